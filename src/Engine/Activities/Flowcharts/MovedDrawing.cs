using Bpm.Engine.Definitions;
using Bpm.Engine.Migration;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// Two drawings of a flowchart, while one of its runs moves from the former to the new one: what corresponds, what is under way, what was
/// done, and what is still to come in each of them. Activities and connections are positions in their drawing.
/// </summary>
internal sealed class MovedDrawing
{
    private readonly RunMove _move;
    private readonly bool[] _openFormer;
    private readonly bool[] _comingFormer;
    private readonly bool?[] _alive;

    public MovedDrawing(RunMove move, FlowRules former, FlowRules target)
    {
        (_move, Former, New) = (move, former, target);
        FormerOf = Array.ConvertAll(New.Children, node => move.Map.Former(node) is { } was && was.Parent == move.From ? was.LocalIndex : -1);
        NewOf = Array.ConvertAll(Former.Children, node => move.Map.Of(node) is { } now && now.Parent == move.To ? now.LocalIndex : -1);
        (_openFormer, IsOpen) = (new bool[Former.Children.Length], new bool[New.Children.Length]);
        foreach (var (was, now) in move.Open) (_openFormer[was.LocalIndex], IsOpen[now.LocalIndex]) = (true, true);
        (_comingFormer, IsComing) = (Coming(Former.Connections, _openFormer), Coming(New.Connections, IsOpen));
        _alive = new bool?[New.Children.Length];
        var known = new Dictionary<FlowConnection, int>();
        for (var i = 0; i < Former.Connections.All.Length; i++) known[Former.Connections.All[i]] = i;
        FormerConnection = Array.ConvertAll(New.Connections.All, c =>
            FormerOf[c.Source] >= 0 && FormerOf[c.Target] >= 0 && known.TryGetValue(new(FormerOf[c.Source], c.Port, FormerOf[c.Target]), out var i) ? i : -1);
    }

    public FlowRules Former { get; }
    public FlowRules New { get; }

    /// <summary>For each new activity the former one; -1 where it is new.</summary>
    public int[] FormerOf { get; }

    /// <summary>For each former activity the new one; -1 where it is gone.</summary>
    public int[] NewOf { get; }

    /// <summary>For each new connection the same one of the former drawing; -1 where it is new.</summary>
    public int[] FormerConnection { get; }

    /// <summary>Of the new drawing: runs, waits, has failed or is about to start.</summary>
    public bool[] IsOpen { get; }

    /// <summary>Of the new drawing: a forward path leads there from something open.</summary>
    public bool[] IsComing { get; }

    /// <summary>Was this new activity still to come in the former drawing?</summary>
    public bool WasComing(int activity) => FormerOf[activity] is >= 0 and var was && _comingFormer[was];

    /// <summary>Outcomes of the last time that the activity came to its end in this run of the flowchart; null where it did not.</summary>
    public IReadOnlyList<string>? Outcomes(int activity) =>
        FormerOf[activity] is >= 0 and var was ? _move.Done.Of(_move.Former, Former.Children[was]) : null;

    /// <summary>Was the activity left by this connection's port the last time? A fork is left by all that it has.</summary>
    public bool WasLeftBy(int connection)
    {
        var (source, port, _) = New.Connections.All[connection];
        return Outcomes(source) is { } outcomes && (New.Children[source].Activity is FlowFork || outcomes.Contains(port));
    }

    /// <summary>Refuses where what is done, or under way, comes once more behind what is under way, and did not before.</summary>
    public bool IsInOrder()
    {
        var known = _move.ProblemCount;
        for (var activity = 0; activity < New.Children.Length; activity++)
        {
            if (FormerOf[activity] < 0 || !IsComing[activity] || WasComing(activity)) continue;
            if (IsOpen[activity])
                _move.Refuse(
                    MigrationProblemKind.StepWouldRunAgain, FormerNode(activity), New.Children[activity],
                    $"步骤 “{New.Children[activity].Label}” 正在执行，在目标版本中又排在另一个正在执行的步骤之后，会再启动一次。");
            else if (Outcomes(activity) is not null) _move.WouldRunAgain(FormerNode(activity), New.Children[activity]);
        }
        CheckMovedSteps();
        return _move.ProblemCount == known;
    }

    /// <summary>Refuses: the activity should have been started already, was not, and nothing would start it.</summary>
    public void RefuseSkipped(int activity) => _move.WouldBeSkipped(FormerNode(activity), New.Children[activity]);

    /// <summary>
    /// Would a new activity that lies on the way already gone have been left by this connection? It is taken as done: by its only way out,
    /// else by the one that leads to what was done or is under way.
    /// </summary>
    public bool IsPassedBy(int connection)
    {
        var (source, port, _) = New.Connections.All[connection];
        var outbound = New.Connections.Outbound[source];
        if (New.Children[source].Activity is FlowFork || Array.TrueForAll(outbound, c => New.Connections.All[c].Port == port)) return true;
        return Array.Exists(outbound, c => New.Connections.All[c].Port == port && IsAlive(New.Connections.All[c].Target));
    }

    /// <summary>Refuses where it cannot be told by which of its ways out a new activity would have been left, and something to come depends on it.</summary>
    public void CheckDecided(int activity)
    {
        var outbound = New.Connections.Outbound[activity];
        if (outbound.Length == 0 || Array.Exists(outbound, IsPassedBy) || !Leads(activity, IsComing)) return;
        _move.Refuse(
            MigrationProblemKind.NewStepUndecided, null, New.Children[activity],
            $"新步骤 “{New.Children[activity].Label}” 在已经走过的路上，有几个出口，不能断定它会走哪一个，而后面的汇合要看它。");
    }

    /// <summary>Activities of the new drawing in an order in which every forward connection leads on.</summary>
    public IEnumerable<int> InOrder()
    {
        var connections = New.Connections;
        var left = Array.ConvertAll(connections.ForwardInbound, inbound => inbound.Length);
        var queue = new Queue<int>(Enumerable.Range(0, left.Length).Where(i => left[i] == 0));
        while (queue.TryDequeue(out var activity))
        {
            yield return activity;
            foreach (var c in connections.Outbound[activity])
                if (!connections.IsBackward[c] && --left[connections.All[c].Target] == 0) queue.Enqueue(connections.All[c].Target);
        }
    }

    private ActivityNode FormerNode(int activity) => Former.Children[FormerOf[activity]];

    /// <summary>A step that was done elsewhere must not come again inside of a container that is new.</summary>
    private void CheckMovedSteps()
    {
        for (var activity = 0; activity < New.Children.Length; activity++)
        {
            if (FormerOf[activity] >= 0 || !IsComing[activity]) continue;
            foreach (var was in Former.Children)
            {
                if (NewOf[was.LocalIndex] >= 0 || _move.Done.Of(_move.Former, was) is null) continue;
                if (Inside(New.Children[activity]).FirstOrDefault(node => node.Id == was.Id && NodeMap.Fits(was, node)) is { } again) _move.WouldRunAgain(was, again);
            }
        }
    }

    private IEnumerable<ActivityNode> Inside(ActivityNode container) => _move.Map.To.Nodes.Skip(container.Index)
        .TakeWhile(node => node == container || node.Path.StartsWith(container.Path + ':', StringComparison.Ordinal));

    private bool IsAlive(int activity)
    {
        if (IsOpen[activity] || Outcomes(activity) is not null) return true;
        if (FormerOf[activity] >= 0) return false;
        if (_alive[activity] is { } known) return known;
        _alive[activity] = false;
        var alive = Array.Exists(New.Connections.Outbound[activity], c => !New.Connections.IsBackward[c] && IsAlive(New.Connections.All[c].Target));
        return (_alive[activity] = alive).Value;
    }

    private bool Leads(int activity, bool[] where)
    {
        var from = new bool[where.Length];
        from[activity] = true;
        var reached = Coming(New.Connections, from);
        for (var i = 0; i < where.Length; i++)
            if (reached[i] && where[i]) return true;
        return false;
    }

    private static bool[] Coming(FlowConnections connections, bool[] open)
    {
        var coming = new bool[open.Length];
        var queue = new Queue<int>(Enumerable.Range(0, open.Length).Where(i => open[i]));
        while (queue.TryDequeue(out var activity))
            foreach (var c in connections.Outbound[activity])
            {
                var target = connections.All[c].Target;
                if (connections.IsBackward[c] || coming[target]) continue;
                coming[target] = true;
                queue.Enqueue(target);
            }
        return coming;
    }
}
