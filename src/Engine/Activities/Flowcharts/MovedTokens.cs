using Bpm.Engine.Migration;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Tokens of a flowchart run that moves to another drawing (<see cref="TokenRules"/>). A token stays on its connection; where that is gone it
/// moves to the one by which its source now leads to the same activity. A new activity on the way already gone counts as done: its token lies
/// before the join that waits for it.
/// </summary>
internal sealed class MovedTokens
{
    private readonly RunMove _move;
    private readonly MovedDrawing _drawing;
    private readonly TokenRules _rules;
    private readonly FlowConnections _connections;
    private readonly FlowConnections _was;
    private readonly int[] _former;
    private readonly int[] _counters;
    private readonly int _blocks;
    private readonly int _waiting;
    private readonly int _held;
    private readonly bool[] _came;

    public MovedTokens(RunMove move, MovedDrawing drawing)
    {
        (_move, _drawing, _rules) = (move, drawing, (TokenRules)drawing.New);
        (_connections, _was) = (drawing.New.Connections, drawing.Former.Connections);
        (_former, _counters) = (move.Former.Counters!, move.Run.Counters!);
        _blocks = _connections.All.Length;
        _waiting = 2 * _blocks;
        _held = _waiting + drawing.New.Children.Length;
        _came = new bool[_connections.All.Length];
    }

    public void Move()
    {
        FindWhatCame();
        for (var c = 0; c < _connections.All.Length; c++)
            if (_drawing.FormerConnection[c] is >= 0 and var known)
                (_counters[c], _counters[_blocks + c]) = (_former[known], _former[_was.All.Length + known]);
        MoveTokensOfGoneConnections();
        for (var activity = 0; activity < _drawing.New.Children.Length; activity++) Settle(activity);
        for (var activity = 0; activity < _drawing.New.Children.Length; activity++)
            if (!_drawing.IsOpen[activity]) CheckStarts(activity);
    }

    /// <summary>New connections that would have been followed on the way already gone, and will not be followed again.</summary>
    private void FindWhatCame()
    {
        foreach (var activity in _drawing.InOrder())
        {
            if (_drawing.IsOpen[activity] || _drawing.IsComing[activity]) continue;
            var isNew = _drawing.FormerOf[activity] < 0;
            var inbound = _connections.ForwardInbound[activity];
            if (isNew && activity != _connections.Start && !Array.Exists(inbound, Followed)) continue;
            if (isNew) _drawing.CheckDecided(activity);
            foreach (var c in _connections.Outbound[activity])
                _came[c] = _drawing.FormerConnection[c] < 0 && (isNew ? _drawing.IsPassedBy(c) : _drawing.WasLeftBy(c));
        }
    }

    private bool Followed(int c) => _came[c] || (_drawing.FormerConnection[c] >= 0 && _drawing.WasLeftBy(c));

    private void MoveTokensOfGoneConnections()
    {
        var kept = _drawing.FormerConnection.Where(c => c >= 0).ToHashSet();
        for (var c = 0; c < _was.All.Length; c++)
        {
            var (source, _, target) = _was.All[c];
            if (kept.Contains(c)) continue;
            var now = _drawing.NewOf[target];
            // Later arrivals at a race that is won are still too late, whichever way they come.
            if (now >= 0 && _former[_was.All.Length + c] > 0)
                foreach (var inbound in _connections.ForwardInbound[now])
                    if (_drawing.FormerConnection[inbound] < 0) _counters[_blocks + inbound] = 1;
            // Before what runs, tokens only say that it runs; that is put right for all of them.
            if (_former[c] == 0 || (now >= 0 && _drawing.IsOpen[now])) continue;
            var way = now < 0 ? -1 : Array.FindIndex(_connections.All, other => other.Target == now && LeadsFrom(other.Source, _drawing.NewOf[source]));
            if (way >= 0 && _drawing.FormerConnection[way] < 0) _counters[way] = _former[c];
            else
                _move.Refuse(
                    MigrationProblemKind.JoinPending, _drawing.Former.Children[target], now < 0 ? null : _drawing.New.Children[now],
                    $"步骤 “{_drawing.Former.Children[source].Label}” 这一路已经到达 “{_drawing.Former.Children[target].Label}” 并在那里等待，目标版本中没有对应的连线。");
        }
    }

    /// <summary>Is it the source itself, or a new activity that follows it?</summary>
    private bool LeadsFrom(int activity, int source, int steps = 50) => source >= 0 && (activity == source
        || (steps > 0 && _drawing.FormerOf[activity] < 0
            && Array.Exists(_connections.ForwardInbound[activity], c => LeadsFrom(_connections.All[c].Source, source, steps - 1))));

    private void Settle(int activity)
    {
        var inbound = _connections.Inbound[activity];
        var was = _drawing.FormerOf[activity];
        if (!_drawing.IsOpen[activity] && _drawing.IsComing[activity] && WaitsForAll(activity))
            foreach (var c in inbound)
                if (_came[c] && _counters[c] == 0) _counters[c] = 1;
        // What runs has a token before it, by which its neighbours know; only the start has none.
        if (_drawing.IsOpen[activity] && inbound.Length > 0 && inbound.All(c => _counters[c] == 0)
            && (_was.Inbound[was].Length == 0 || _former[WasWaiting(was)] > 0))
            _counters[_connections.ForwardInbound[activity] is [var first, ..] ? first : inbound[0]] = 1;
        _counters[_waiting + activity] = inbound.Sum(c => _counters[c]);
        if (was >= 0) _counters[_held + activity] = _former[WasWaiting(_drawing.Former.Children.Length) + was];
    }

    /// <summary>Refuses where an activity should have been started, and nothing will start it.</summary>
    private void CheckStarts(int activity)
    {
        var inbound = _connections.ForwardInbound[activity];
        var isKnown = _drawing.FormerOf[activity] >= 0;
        var wanted = _rules.DrawnMode(activity) == MergeMode.Converge ? _connections.Inbound[activity] : inbound;
        var all = WaitsForAll(activity) && wanted.Length > 0 && wanted.All(c => _counters[c] > 0);
        var held = _counters[_held + activity] != 0 && !Array.Exists(inbound, c => _counters[_waiting + _connections.All[c].Source] > 0);
        var missed = isKnown && !_drawing.IsComing[activity] && _drawing.WasComing(activity) && _drawing.Outcomes(activity) is null
            && Array.Exists(_connections.Inbound[activity], c => _came[c]);
        if (isKnown && (all || held || missed)) _drawing.RefuseSkipped(activity);
    }

    private bool WaitsForAll(int activity) => _rules.DrawnMode(activity) is MergeMode.Merge or MergeMode.Converge;

    private int WasWaiting(int activity) => (2 * _was.All.Length) + activity;
}
