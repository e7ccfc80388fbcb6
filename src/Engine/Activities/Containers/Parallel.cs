using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Starts all its activities and waits for every one of them. They take turns; nothing runs at the same time.</summary>
internal sealed class Parallel(ActivityNode[] children) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Parallel", "结构", "并行", "同时开始一组活动，全部完成后继续") { IsContainer = true, IsBrowsable = false },
        reader => new Parallel([.. reader.Children("activities")]));

    public override void Execute(ActivityContext c)
    {
        c.Counters = [children.Length];
        foreach (var child in children) c.Schedule(child);
        if (children.Length == 0) c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (--c.Counters![0] == 0) c.Complete();
    }
}
