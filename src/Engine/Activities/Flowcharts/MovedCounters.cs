using Bpm.Engine.Migration;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Counters of a flowchart run that moves to another drawing (<see cref="CounterRules"/>). What corresponds keeps its counts. What is new and
/// lies behind everything under way counts from nothing and will run; what is new on the way already gone counts as done, so that no join
/// waits for it.
/// </summary>
internal sealed class MovedCounters
{
    private readonly MovedDrawing _drawing;
    private readonly FlowConnections _connections;
    private readonly FlowConnections _was;
    private readonly int[] _former;
    private readonly int[] _counters;
    private readonly int _visited;
    private readonly int _followed;

    public MovedCounters(RunMove move, MovedDrawing drawing)
    {
        (_drawing, _connections, _was) = (drawing, drawing.New.Connections, drawing.Former.Connections);
        (_former, _counters) = (move.Former.Counters!, move.Run.Counters!);
        _visited = drawing.New.Children.Length;
        _followed = _visited + _connections.All.Length;
    }

    public void Move()
    {
        foreach (var activity in _drawing.InOrder())
            if (_drawing.FormerOf[activity] >= 0) MoveKnown(activity, _drawing.FormerOf[activity]);
            else PassNew(activity);
    }

    private void MoveKnown(int activity, int was)
    {
        var visits = _former[was];
        var left = _was.Outbound[was] is [var any, ..] ? _former[WasVisited(any)] : visits;
        var due = Due(activity);
        var skipped = !_drawing.IsOpen[activity] && visits < due;
        if (skipped)
        {
            // Nothing will decide it any more: all that leads to it has come.
            if (RunsNow(activity))
            {
                _drawing.RefuseSkipped(activity);
                return;
            }
            left += due - visits;
            visits = due;
        }
        _counters[activity] = visits;
        foreach (var c in _connections.Outbound[activity])
        {
            var known = skipped ? -1 : _drawing.FormerConnection[c];
            _counters[_visited + c] = left;
            _counters[_followed + c] = known >= 0 ? _former[WasFollowed(known)] : !skipped && left > 0 && _drawing.WasLeftBy(c) ? 1 : 0;
        }
    }

    private void PassNew(int activity)
    {
        var due = Due(activity);
        var passed = due > 0 && RunsNow(activity);
        _counters[activity] = due;
        if (passed) _drawing.CheckDecided(activity);
        foreach (var c in _connections.Outbound[activity])
        {
            _counters[_visited + c] = due;
            _counters[_followed + c] = passed && _drawing.IsPassedBy(c) ? 1 : 0;
        }
    }

    /// <summary>How often it must have been decided by now.</summary>
    private int Due(int activity)
    {
        var inbound = _connections.ForwardInbound[activity];
        return inbound.Length > 0 ? inbound.Min(c => _counters[_visited + c]) : activity == _connections.Start ? 1 : 0;
    }

    /// <summary>Would the connections that lead to it, as they were counted last, run it?</summary>
    private bool RunsNow(int activity)
    {
        var inbound = _connections.ForwardInbound[activity];
        if (inbound.Length == 0) return true;
        var newest = inbound.Max(c => _counters[_visited + c]);
        var all = _drawing.New.Children[activity].Activity is FlowJoin { Mode: { IsConstant: true, Constant: FlowJoinMode.WaitAll } };
        return all ? inbound.All(Came) : inbound.Any(Came);

        bool Came(int c) => _counters[_visited + c] == newest && _counters[_followed + c] == 1;
    }

    private int WasVisited(int connection) => _drawing.Former.Children.Length + connection;

    private int WasFollowed(int connection) => WasVisited(_was.All.Length) + connection;
}
