using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Elsa's counter mode: every connection out of an activity is counted, followed or not; a target is decided once all its forward
/// connections were counted in this round, and runs or is skipped by its join mode.
/// </summary>
internal sealed class CounterRules : FlowRules
{
    private readonly Input<FlowJoinMode>?[] _joinModes;
    private readonly int _visited;
    private readonly int _followed;

    public CounterRules(ActivityNode[] children, FlowConnections connections) : base(children, connections)
    {
        _joinModes = Array.ConvertAll(children, n => (n.Activity as FlowJoin)?.Mode);
        // Counters: visits of each activity, visits of each connection, whether its last visit followed it.
        _visited = children.Length;
        _followed = _visited + connections.All.Length;
    }

    public override int Size => _followed + Connections.All.Length;

    public override void Starting(ActivityContext c, int activity, FlowTag tag)
    {
        if (_joinModes[activity] is null) return;
        CancelRunning(c, activity);
        if (tag.HasFlag(FlowTag.Race)) CancelScheduled(c, activity);
    }

    public override void End(ActivityContext c) => c.Complete();

    /// <summary>Counts the connections out of an activity and decides their targets; targets that are skipped are left at once in the same way.</summary>
    public override void Leave(ActivityContext c, int activity, FlowTag tag, IReadOnlyList<string> outcomes)
    {
        var counters = c.Counters!;
        // Its own stack: a dead path may be as long as the flowchart.
        Stack<(int Activity, int Next)>? dead = null;
        // A loop's next round counts for what follows its first activity, not for that activity itself.
        if (!tag.HasFlag(FlowTag.Backward)) counters[activity]++;
        var (current, next) = (activity, 0);
        while (true)
        {
            var outbound = Connections.Outbound[current];
            if (next == outbound.Length)
            {
                if (dead is null || !dead.TryPop(out var frame)) return;
                (current, next) = frame;
                continue;
            }
            var connection = outbound[next++];
            ref readonly var drawn = ref Connections.All[connection];
            var followed = (dead is null || dead.Count == 0) && Contains(outcomes, drawn.Port);
            counters[_visited + connection]++;
            counters[_followed + connection] = followed ? 1 : 0;
            if (Connections.IsBackward[connection])
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

    /// <summary>Why a connection that goes back cannot be followed.</summary>
    public static string Unstructured(ActivityNode source, ActivityNode target) =>
        $"回退连线 “{source.Label}” → “{target.Label}” 无效：从起点到 “{source.Label}” 的每条路径都必须经过 “{target.Label}”。请改连到一个必经的步骤，或把回环做成公共流程。";

    protected override Action? TakeBack(ActivityContext c, FlowReturn way)
    {
        var counters = c.Counters!;
        var rounds = new int[Children.Length];
        for (var activity = 0; activity < rounds.Length; activity++)
        {
            if (!way.Undone[activity] || activity == way.Entry) continue;
            if (!way.After[activity]) rounds[activity] = counters[activity];
            else if (RoundsBefore(c, way, activity) is { } round) rounds[activity] = round;
            else return null;
        }
        return () =>
        {
            for (var activity = 0; activity < rounds.Length; activity++)
            {
                if (!way.Undone[activity] || activity == way.Entry) continue;
                counters[activity] = rounds[activity];
                foreach (var inbound in Connections.ForwardInbound[activity])
                {
                    if (!way.IsUndone(inbound)) continue;
                    counters[_visited + inbound] = rounds[activity];
                    counters[_followed + inbound] = 0;
                }
            }
        };
    }

    /// <summary>How often an activity had been decided before this round: what came from beside tells it. Null where it says different things.</summary>
    private int? RoundsBefore(ActivityContext c, FlowReturn way, int activity)
    {
        int? rounds = null;
        foreach (var inbound in Connections.ForwardInbound[activity])
        {
            if (way.IsUndone(inbound)) continue;
            var visits = c.Counters![_visited + inbound];
            var before = IsComing(c, way, Connections.All[inbound].Source) ? visits : Math.Max(visits - 1, 0);
            if (rounds is { } other && other != before) return null;
            rounds = before;
        }
        return rounds ?? 0;
    }

    private void GoBack(ActivityContext c, int connection)
    {
        var (source, _, target) = Connections.All[connection];
        if (!Connections.IsValidBackward[connection]) throw new ActivityFaultException(Unstructured(Children[source], Children[target]));
        Schedule(c, target, FlowTag.Backward);
    }

    /// <summary>Schedules the target if it is its turn. True where it is to be skipped.</summary>
    private bool Decide(ActivityContext c, int connection)
    {
        var target = Connections.All[connection].Target;
        var mode = _joinModes[target] is { } input ? c.Get(input) : FlowJoinMode.WaitAllActive;
        var visits = c.Counters![target];
        var (least, most) = Visits(c.Counters, target);
        var allVisited = least > visits;
        var (anyFollowed, allFollowed) = most > visits ? Followed(c.Counters, target, most) : (false, false);
        switch (mode)
        {
            case FlowJoinMode.WaitAny:
                // Later branches of a round that is already won, or whose join is about to run or running, change nothing.
                if (c.Counters[_visited + connection] <= visits || IsOpen(c, Children[target])) return false;
                if (!anyFollowed) return allVisited;
                Schedule(c, target, FlowTag.Race);
                CancelRunning(c, target);
                return false;
            case var _ when !allVisited:
                return false;
            case FlowJoinMode.WaitAll when !allFollowed:
            case FlowJoinMode.WaitAllActive when !anyFollowed:
                return true;
            default:
                Schedule(c, target);
                return false;
        }
    }

    private (int Least, int Most) Visits(int[] counters, int target)
    {
        var (least, most) = (int.MaxValue, 0);
        foreach (var inbound in Connections.ForwardInbound[target])
        {
            least = Math.Min(least, counters[_visited + inbound]);
            most = Math.Max(most, counters[_visited + inbound]);
        }
        return (least, most);
    }

    /// <summary>Looks at the connections of the newest round only: one that lags behind tells nothing about it.</summary>
    private (bool Any, bool All) Followed(int[] counters, int target, int round)
    {
        var (any, all) = (false, true);
        foreach (var inbound in Connections.ForwardInbound[target])
        {
            var followed = counters[_visited + inbound] == round && counters[_followed + inbound] == 1;
            any |= followed;
            all &= followed;
        }
        return (any, all);
    }

    private static bool IsOpen(ActivityContext c, ActivityNode node)
    {
        for (var child = c.FirstChild; child is not null; child = child.NextSibling)
            if (child.Node == node && child.Status == ActivityStatus.Running) return true;
        return c.ScheduledCount > 0 && c.Execution.IsScheduled(c, node);
    }
}
