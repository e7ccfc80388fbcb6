using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Starts all its branches and waits for all of them, or for the first. A Break inside ends it with the branch that it stands in.</summary>
internal sealed class Fork(ActivityNode[] branches, ForkJoinMode mode) : Activity, IBreakable
{
    private const int Left = 0;
    private const int Breaking = 1;

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Fork", "分支", "分叉（内嵌分支）", "同时开始几个分支，全部或任意一个完成后继续")
        {
            Inputs =
            [
                new("JoinMode", "ForkJoinMode", "方式")
                {
                    UIHint = "dropdown",
                    DefaultValue = nameof(ForkJoinMode.WaitAll),
                    IsWrapped = false,
                    UISpecifications = DropDown.Of(("WaitAll", "等待全部分支"), ("WaitAny", "先到先行，取消其他分支")),
                },
            ],
            IsBrowsable = false,
        },
        reader => new Fork([.. reader.Children("branches")], reader.Fixed("joinMode", ForkJoinMode.WaitAll)));

    public override void Execute(ActivityContext c)
    {
        c.Counters = [branches.Length, 0];
        foreach (var branch in branches) c.Schedule(branch);
        if (branches.Length == 0) c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        var left = --c.Counters![Left];
        if (left == 0 || mode == ForkJoinMode.WaitAny || c.Counters[Breaking] != 0) c.Complete();
    }

    public bool Break(ActivityContext c)
    {
        c.Counters![Breaking] = 1;
        return false;
    }
}
