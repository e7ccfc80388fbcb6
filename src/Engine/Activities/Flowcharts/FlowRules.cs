using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// When the activities of a flowchart run, seen from one start. Keeps what it must remember of a run in the run's counters; the last of
/// them names the start where it is not the drawn one.
/// </summary>
internal abstract class FlowRules(ActivityNode[] children, FlowConnections connections)
{
    public ActivityNode[] Children => children;
    public FlowConnections Connections => connections;

    /// <summary>Counters that these rules need.</summary>
    public abstract int Size { get; }

    /// <summary>An activity was left by these outcomes; decides what comes next. Without outcomes: it was cancelled.</summary>
    public abstract void Leave(ActivityContext c, int activity, FlowTag tag, IReadOnlyList<string> outcomes);

    /// <summary>An activity is about to run.</summary>
    public abstract void Starting(ActivityContext c, int activity, FlowTag tag);

    /// <summary>Nothing runs and nothing is scheduled: completes the flowchart, or throws what it waits for in vain.</summary>
    public abstract void End(ActivityContext c);

    /// <summary>How to go back from an activity that runs to one that ran before; null where no way leads back.</summary>
    public Action? WayBack(ActivityContext c, int from, int to)
    {
        if (FlowReturn.Find(children, connections, from, to) is not { } way || TakeBack(c, way) is not { } takeBack) return null;
        return () =>
        {
            var tag = FlowTag.Backward;
            for (var child = c.FirstChild; child is not null;)
            {
                var next = child.NextSibling;
                // An activity that has not been left yet has not been counted yet.
                if (child.Node.LocalIndex == way.Entry) tag = (FlowTag)child.Tag;
                if (way.Undone[child.Node.LocalIndex]) c.Execution.CancelTree(child);
                child = next;
            }
            takeBack();
            Schedule(c, way.Entry, tag);
        };
    }

    /// <summary>How to forget in the run's counters what is done over again; null where what came from beside cannot be told.</summary>
    protected abstract Action? TakeBack(ActivityContext c, FlowReturn way);

    /// <summary>True when something that runs, and goes on running, leads to the activity or is it.</summary>
    protected bool IsComing(ActivityContext c, FlowReturn way, int activity)
    {
        var ancestors = connections.Ancestors(activity);
        for (var child = c.FirstChild; child is not null; child = child.NextSibling)
            if (!way.Undone[child.Node.LocalIndex] && (child.Node.LocalIndex == activity || ancestors[child.Node.LocalIndex])) return true;
        return false;
    }

    protected void Schedule(ActivityContext c, int activity, FlowTag tag = FlowTag.None) => c.Execution.Schedule(c, children[activity], (int)tag);

    /// <summary>Cancels what runs before a join.</summary>
    protected void CancelRunning(ActivityContext c, int join)
    {
        var ancestors = connections.Ancestors(join);
        while (FirstRunning(c, ancestors) is { } child)
        {
            c.Execution.CancelTree(child);
            Leave(c, child.Node.LocalIndex, (FlowTag)child.Tag, []);
        }
    }

    /// <summary>Takes back what is scheduled before a join and has not started.</summary>
    protected void CancelScheduled(ActivityContext c, int join)
    {
        var ancestors = connections.Ancestors(join);
        while (c.ScheduledCount > 0 && c.Execution.Unschedule(c, node => ancestors[node.LocalIndex]) is { } item)
            Leave(c, item.Node.LocalIndex, (FlowTag)item.Tag, []);
    }

    protected static bool Contains(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i] == port) return true;
        return false;
    }

    private static ActivityContext? FirstRunning(ActivityContext c, bool[] among)
    {
        for (var child = c.FirstChild; child is not null; child = child.NextSibling)
            if (among[child.Node.LocalIndex] && child.Status == ActivityStatus.Running) return child;
        return null;
    }
}
