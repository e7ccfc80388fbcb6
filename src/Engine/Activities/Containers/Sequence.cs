using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;

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
        c.Counters![0] = children.Length + 1;
        return false;
    }

    internal override Action? WayBack(ActivityContext c, ActivityNode from, ActivityNode to)
    {
        var at = Array.IndexOf(children, to);
        // Behind the end means that a Break was heard.
        if (at > Array.IndexOf(children, from) || c.Counters![0] > children.Length) return null;
        return () =>
        {
            while (c.LastChild is { } child) c.Execution.CancelTree(child);
            c.Counters![0] = at;
            Next(c);
        };
    }

    public override void TakeOver(RunMove move)
    {
        if (move.Open is not [var (was, at)]) return;
        var former = ((Sequence)move.From.Activity).Children;
        var (begun, here) = (move.Former.Counters![0], Array.IndexOf(children, at));
        // Behind the end means that a Break was heard; it is not the same as the last activity's being under way.
        var broken = begun > Array.IndexOf(former, was) + 1;
        move.Run.Counters = [broken ? children.Length + 1 : here + 1];
        if (broken) return;
        foreach (var done in former[..Array.IndexOf(former, was)])
            if (move.Map.Of(done) is { } again && Array.IndexOf(children, again) > here) move.WouldRunAgain(done, again);
        foreach (var coming in former[(Array.IndexOf(former, was) + 1)..])
            if (move.Map.Of(coming) is { } missed && Array.IndexOf(children, missed) is >= 0 and var place && place < here) move.WouldBeSkipped(coming, missed);
    }

    private ActivityNode[] Children => children;

    private void Next(ActivityContext c)
    {
        var next = c.Counters![0]++;
        if (next < children.Length) c.Schedule(children[next]);
        else c.Complete();
    }
}
