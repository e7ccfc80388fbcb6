using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs its activities one after another; End, Break and the like end it at once.</summary>
internal sealed class Sequence(ActivityNode[] children) : Activity, IBreakable
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Sequence", "结构", "顺序", "依次执行一组活动") { IsContainer = true },
        reader => new Sequence([.. reader.Children("activities")]));

    public override void Execute(ActivityContext c)
    {
        c.Counters = new int[1];
        Next(c);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Type.Descriptor.IsTerminal) c.Complete();
        else Next(c);
    }

    public bool Break(ActivityContext c)
    {
        c.Counters![0] = children.Length;
        return false;
    }

    private void Next(ActivityContext c)
    {
        var next = c.Counters![0]++;
        if (next < children.Length) c.Schedule(children[next]);
        else c.Complete();
    }
}
