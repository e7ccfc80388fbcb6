using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Activities joined by connections, in Elsa's counter mode: every connection out of a completed activity is counted, followed or not;
/// a target is decided once all its forward connections were counted in this round, and runs or is skipped by its join mode.
/// </summary>
internal sealed class Flowchart : Activity
{
    private const int Backward = 1;
    private static readonly string[] Nothing = [];
    private readonly ActivityNode[] _children;
    private readonly FlowConnections _connections;
    private readonly Input<FlowJoinMode>?[] _joinModes;
    private readonly bool[]?[] _ancestors;

    private Flowchart(ActivityNode[] children, FlowConnections connections)
    {
        (_children, _connections) = (children, connections);
        _joinModes = Array.ConvertAll(children, n => (n.Activity as FlowJoin)?.Mode);
        _ancestors = new bool[children.Length][];
        for (var i = 0; i < children.Length; i++)
        {
            children[i].LocalIndex = i;
            if (_joinModes[i] is not null) _ancestors[i] = connections.Ancestors(i);
        }
    }

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Flowchart", "结构", "流程图", "用连线组成的一组活动") { IsContainer = true },
        Compile);

    /// <summary>What the stored counters refer to; part of the graph's fingerprint.</summary>
    internal string Shape => string.Join('\n', _connections.All.Select(c => $"{c.Source}>{c.Port}>{c.Target}"));

    public override void Execute(ActivityContext c)
    {
        if (_connections.Start < 0)
        {
            c.Complete();
            return;
        }
        c.Counters = new int[_children.Length + 2 * _connections.All.Length];
        c.Schedule(_children[_connections.Start]);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Type.Descriptor.IsTerminal)
        {
            c.Complete();
            return;
        }
        Leave(c, child.Node.LocalIndex, outcomes, child.Tag == Backward);
        if (!c.HasWork) c.Complete();
    }

    /// <summary>Cancels what runs before a join. A cancelled activity counts as left without an outcome.</summary>
    internal void CancelAncestors(ActivityContext c, int join)
    {
        var ancestors = _ancestors[join]!;
        while (FirstRunning(c, ancestors) is { } child)
        {
            c.Execution.CancelTree(child);
            Leave(c, child.Node.LocalIndex, Nothing, child.Tag == Backward);
        }
    }

    private static ActivityContext? FirstRunning(ActivityContext c, bool[] among)
    {
        for (var child = c.FirstChild; child is not null; child = child.NextSibling)
            if (among[child.Node.LocalIndex] && child.Status == ActivityStatus.Running) return child;
        return null;
    }

    private static Flowchart Compile(NodeReader reader)
    {
        var children = reader.Children("activities").ToArray();
        var connections = FlowConnections.Read(reader, children);
        // A child that did not compile has no ports to check; its own error says why.
        if (Array.Exists(children, n => n.Activity is null)) return new(children, connections);
        for (var i = 0; i < children.Length; i++)
            if (!connections.IsReachable(i)) reader.Warn($"活动 “{children[i].Name}” 没有连线通到，永远不会执行。");
        for (var i = 0; i < connections.All.Length; i++)
        {
            var (source, port, target) = connections.All[i];
            if (!children[source].Activity.Ports.Contains(port))
                reader.Warn($"连线从 “{children[source].Name}” 的出口 “{port}” 出发，但该活动没有这个出口。{DidYouMean.Clause(port, children[source].Activity.Ports)}");
            if (connections.IsBackward[i] && !connections.IsValidBackward[i] && connections.IsReachable(source))
                reader.Warn(Unstructured(children[source], children[target]));
        }
        return new(children, connections);
    }

    private static string Unstructured(ActivityNode source, ActivityNode target) =>
        $"回退连线 “{source.Name}” → “{target.Name}” 无效：从起点到 “{source.Name}” 的每条路径都必须经过 “{target.Name}”。";

    /// <summary>Counts the connections out of an activity and decides their targets; targets that are skipped are left at once in the same way.</summary>
    private void Leave(ActivityContext c, int activity, IReadOnlyList<string> outcomes, bool cameBackward)
    {
        var counters = c.Counters!;
        // Its own stack: a dead path may be as long as the flowchart.
        Stack<(int Activity, int Next)>? dead = null;
        if (!cameBackward) counters[activity]++;
        var (current, next) = (activity, 0);
        while (true)
        {
            var outbound = _connections.Outbound[current];
            if (next == outbound.Length)
            {
                if (dead is null || !dead.TryPop(out var frame)) return;
                (current, next) = frame;
                continue;
            }
            var connection = outbound[next++];
            ref readonly var drawn = ref _connections.All[connection];
            var followed = (dead is null || dead.Count == 0) && Contains(outcomes, drawn.Port);
            counters[_children.Length + connection]++;
            counters[_children.Length + _connections.All.Length + connection] = followed ? 1 : 0;
            if (_connections.IsBackward[connection])
            {
                if (followed) GoBack(c, connection);
            }
            else if (Decide(c, connection))
            {
                (dead ??= new()).Push((current, next));
                counters[drawn.Target]++;
                (current, next) = (drawn.Target, 0);
            }
        }
    }

    private void GoBack(ActivityContext c, int connection)
    {
        var (source, _, target) = _connections.All[connection];
        if (!_connections.IsValidBackward[connection]) throw new ActivityFaultException(Unstructured(_children[source], _children[target]));
        c.Execution.Schedule(c, _children[target], Backward);
    }

    /// <summary>Schedules the target if it is its turn. True where it is to be skipped.</summary>
    private bool Decide(ActivityContext c, int connection)
    {
        var target = _connections.All[connection].Target;
        var mode = _joinModes[target] is { } input ? c.Get(input) : FlowJoinMode.WaitAllActive;
        var counters = c.Counters!;
        var visits = counters[target];
        var (all, anyFollowed, allFollowed) = (true, false, true);
        foreach (var inbound in _connections.ForwardInbound[target])
        {
            var counted = counters[_children.Length + inbound] > visits;
            var followed = counters[_children.Length + _connections.All.Length + inbound] == 1;
            all &= counted;
            anyFollowed |= counted && followed;
            allFollowed &= followed;
        }
        switch (mode)
        {
            case FlowJoinMode.WaitAny:
                // Later branches of a round that is already won, or whose join is about to run or running, change nothing.
                if (counters[_children.Length + connection] <= visits || IsOpen(c, _children[target])) return false;
                if (!anyFollowed) return all;
                c.Schedule(_children[target]);
                CancelAncestors(c, target);
                return false;
            case FlowJoinMode.WaitAll when all && !allFollowed:
            case FlowJoinMode.WaitAllActive when all && !anyFollowed:
                return true;
            case FlowJoinMode.WaitAll or FlowJoinMode.WaitAllActive when all:
                c.Schedule(_children[target]);
                return false;
            default:
                return false;
        }
    }

    private static bool IsOpen(ActivityContext c, ActivityNode node)
    {
        for (var child = c.FirstChild; child is not null; child = child.NextSibling)
            if (child.Node == node && child.Status == ActivityStatus.Running) return true;
        return c.Execution.IsScheduled(c, node);
    }

    private static bool Contains(IReadOnlyList<string> outcomes, string port)
    {
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i] == port) return true;
        return false;
    }
}
