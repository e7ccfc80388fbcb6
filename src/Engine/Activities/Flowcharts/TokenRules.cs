using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Elsa's token mode: an activity that completes lays a token on each connection that it follows and takes those that lie before it;
/// the target's merge mode says whether it runs. Tokens are counted, not listed: they differ in nothing but their connection.
/// </summary>
internal sealed class TokenRules : FlowRules
{
    private readonly MergeMode[] _modes;
    private readonly Input<FlowJoinMode>?[] _joinModes;
    private readonly int _blocks;
    private readonly int _waiting;
    private readonly int _held;

    public TokenRules(ActivityNode[] children, FlowConnections connections, MergeMode[] modes) : base(children, connections)
    {
        _modes = modes;
        _joinModes = Array.ConvertAll(children, n => (n.Activity as FlowJoin)?.Mode);
        // Counters: tokens on each connection, late arrivals to ignore on each connection, tokens before each activity, whether one is held back.
        _blocks = connections.All.Length;
        _waiting = 2 * _blocks;
        _held = _waiting + children.Length;
    }

    public override int Size => _held + Children.Length;

    /// <summary>How an activity merges, as far as that is known before it is asked.</summary>
    public MergeMode DrawnMode(int activity) => _joinModes[activity] is { } input
        ? input is { IsConstant: true, Constant: FlowJoinMode.WaitAny } ? MergeMode.Race : MergeMode.Merge
        : _modes[activity];

    public override void Leave(ActivityContext c, int activity, FlowTag tag, IReadOnlyList<string> outcomes)
    {
        var counters = c.Counters!;
        var outbound = Connections.Outbound[activity];
        foreach (var connection in outbound)
            if (Contains(outcomes, Connections.All[connection].Port)) Lay(counters, connection);
        Take(counters, activity);
        foreach (var connection in outbound)
            if (Contains(outcomes, Connections.All[connection].Port)) Arrive(c, connection);
        // What waited for this activity alone need not wait any longer, wherever it went.
        foreach (var connection in outbound)
            if (counters[_held + Connections.All[connection].Target] != 0) Stream(c, Connections.All[connection].Target);
    }

    public override void Starting(ActivityContext c, int activity, FlowTag tag)
    {
        if (!tag.HasFlag(FlowTag.Race)) return;
        CancelRunning(c, activity);
        CancelScheduled(c, activity);
        // Nothing of this round can come any more: the next round is a race of its own.
        var counters = c.Counters!;
        var ancestors = Connections.Ancestors(activity);
        for (var i = 0; i < ancestors.Length; i++)
            if (ancestors[i]) Take(counters, i);
        for (var i = 0; i < Connections.All.Length; i++)
            if (Connections.All[i].Target == activity || ancestors[Connections.All[i].Target]) counters[_blocks + i] = 0;
    }

    public override void End(ActivityContext c)
    {
        for (var i = 0; i < Children.Length; i++)
            if (c.Counters![_waiting + i] > 0 && Mode(c, i) is MergeMode.Merge or MergeMode.Converge) throw new ActivityFaultException(Blocked(c, i));
        c.Complete();
    }

    protected override Action? TakeBack(ActivityContext c, FlowReturn way) => () =>
    {
        var counters = c.Counters!;
        for (var connection = 0; connection < _blocks; connection++)
        {
            if (!way.IsUndone(connection)) continue;
            counters[_waiting + Connections.All[connection].Target] -= counters[connection];
            counters[connection] = counters[_blocks + connection] = 0;
        }
        for (var activity = 0; activity < Children.Length; activity++)
        {
            if (!way.Undone[activity]) continue;
            counters[_held + activity] = 0;
            // A merge that ran took the tokens that came from beside; it wants them once more.
            if (!way.After[activity] || Mode(c, activity) is not (MergeMode.Merge or MergeMode.Converge)) continue;
            foreach (var inbound in Connections.ForwardInbound[activity])
                if (!way.IsUndone(inbound) && counters[inbound] == 0 && !IsComing(c, way, Connections.All[inbound].Source)) Lay(counters, inbound);
        }
    };

    private void Arrive(ActivityContext c, int connection)
    {
        var counters = c.Counters!;
        var target = Connections.All[connection].Target;
        switch (Mode(c, target))
        {
            case MergeMode.Merge:
                if (HaveTokens(counters, Connections.ForwardInbound[target])) Schedule(c, target);
                break;
            case MergeMode.Converge:
                if (HaveTokens(counters, Connections.Inbound[target])) Schedule(c, target);
                break;
            case MergeMode.Cascade:
                Schedule(c, target);
                break;
            case MergeMode.Race when counters[_blocks + connection] > 0:
                counters[_blocks + connection]--;
                counters[connection]--;
                counters[_waiting + target]--;
                break;
            case MergeMode.Race:
                foreach (var other in Connections.ForwardInbound[target])
                    if (other != connection) counters[_blocks + other] = 1;
                Schedule(c, target, FlowTag.Race);
                CancelRunning(c, target);
                break;
            default:
                Stream(c, target);
                break;
        }
    }

    /// <summary>Runs the target unless a token still waits at an activity directly before it.</summary>
    private void Stream(ActivityContext c, int target)
    {
        var counters = c.Counters!;
        foreach (var inbound in Connections.ForwardInbound[target])
            if (counters[_waiting + Connections.All[inbound].Source] > 0)
            {
                counters[_held + target] = 1;
                return;
            }
        counters[_held + target] = 0;
        Schedule(c, target);
    }

    /// <summary>A token on each of several connections; with one connection the arrival is enough.</summary>
    private static bool HaveTokens(int[] counters, int[] connections)
    {
        if (connections.Length < 2) return true;
        foreach (var connection in connections)
            if (counters[connection] == 0) return false;
        return true;
    }

    private void Lay(int[] counters, int connection)
    {
        counters[connection]++;
        counters[_waiting + Connections.All[connection].Target]++;
    }

    private void Take(int[] counters, int activity)
    {
        counters[_held + activity] = 0;
        if (counters[_waiting + activity] == 0) return;
        counters[_waiting + activity] = 0;
        foreach (var connection in Connections.Inbound[activity]) counters[connection] = 0;
    }

    private MergeMode Mode(ActivityContext c, int activity) => _joinModes[activity] is { } input
        ? c.Get(input) == FlowJoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge
        : _modes[activity];

    private string Blocked(ActivityContext c, int activity)
    {
        var wanted = Mode(c, activity) == MergeMode.Converge ? Connections.Inbound[activity] : Connections.ForwardInbound[activity];
        var missing = wanted.Where(i => c.Counters![i] == 0).Select(i => Connections.All[i])
            .Select(drawn => $"“{Children[drawn.Source].Name}”（{drawn.Port}）");
        return $"流程停在汇合 “{Children[activity].Name}”：它要等所有连线都走到，但 {string.Join("、", missing)} 这一路没有走，也不会再走。"
            + "请把它的汇合方式改为 Stream，或把流程图的执行方式改为 CounterBased。";
    }
}
