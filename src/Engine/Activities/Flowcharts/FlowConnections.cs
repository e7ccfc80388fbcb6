namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// A flowchart's connections seen from one start: which go forward and which back (breadth-first from the start), what lies before a
/// join. Worked out once for each start.
/// </summary>
internal sealed class FlowConnections
{
    private readonly bool[]?[] _ancestors;

    public FlowConnections(FlowConnection[] all, int start, int count)
    {
        (All, Start) = (all, start);
        _ancestors = new bool[count][];
        Outbound = Group(all, count, c => c.Source, _ => true);
        Inbound = Group(all, count, c => c.Target, _ => true);
        var forward = Forward(all, start, count);
        ForwardInbound = Group(all, count, c => c.Target, i => forward[i]);
        IsBackward = Array.ConvertAll(forward, f => !f);
        IsValidBackward = new bool[all.Length];
        for (var i = 0; i < all.Length; i++)
            IsValidBackward[i] = IsBackward[i] && !Reaches(all[i].Source, without: all[i].Target);
    }

    public FlowConnection[] All { get; }
    public int Start { get; }
    public int[][] Outbound { get; }
    public int[][] Inbound { get; }
    public int[][] ForwardInbound { get; }
    public bool[] IsBackward { get; }

    /// <summary>Every path from the start to the source passes through the target: a loop with one entry.</summary>
    public bool[] IsValidBackward { get; }

    /// <summary>Is the activity reached by any forward connection, or the start?</summary>
    public bool IsReachable(int activity) => activity == Start || ForwardInbound[activity].Length > 0;

    /// <summary>
    /// All activities before this one: those from which a forward path leads to it, and the bodies of loops that lie wholly before it
    /// (a loop that tests first leads on from its head alone).
    /// </summary>
    public bool[] Ancestors(int activity)
    {
        if (_ancestors[activity] is { } known) return known;
        var found = new bool[Outbound.Length];
        AddSources(found, activity, ForwardInbound, until: -1);
        for (var more = true; more;)
        {
            more = false;
            for (var c = 0; c < All.Length; c++)
            {
                if (!IsBackward[c] || !found[All[c].Target] || found[All[c].Source]) continue;
                var body = new bool[Outbound.Length];
                body[All[c].Source] = true;
                AddSources(body, All[c].Source, Inbound, until: All[c].Target);
                if (body[activity]) continue;
                for (var i = 0; i < body.Length; i++) found[i] |= body[i];
                more = true;
            }
        }
        return _ancestors[activity] = found;
    }

    private void AddSources(bool[] found, int activity, int[][] inbound, int until)
    {
        var queue = new Queue<int>([activity]);
        while (queue.TryDequeue(out var current))
            foreach (var c in inbound[current])
            {
                var source = All[c].Source;
                if (found[source] || source == until) continue;
                found[source] = true;
                queue.Enqueue(source);
            }
    }

    private static int[][] Group(FlowConnection[] all, int count, Func<FlowConnection, int> by, Predicate<int> wanted)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < all.Length; i++)
            if (wanted(i)) (lists[by(all[i])] ??= []).Add(i);
        return Array.ConvertAll(lists, l => l?.ToArray() ?? []);
    }

    /// <summary>Walks breadth-first from the start and takes each edge that closes no cycle with the edges taken before.</summary>
    private bool[] Forward(FlowConnection[] all, int start, int count)
    {
        var forward = new bool[all.Length];
        if (start < 0) return forward;
        var next = new List<int>?[count];
        var taken = new HashSet<(int, int)>();
        var visited = new bool[count];
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var source))
        {
            if (visited[source]) continue;
            visited[source] = true;
            foreach (var c in Outbound[source])
            {
                var target = all[c].Target;
                if (!taken.Contains((source, target)))
                {
                    if (source == target || HasPath(next, target, source)) continue;
                    taken.Add((source, target));
                    (next[source] ??= []).Add(target);
                    if (!visited[target]) queue.Enqueue(target);
                }
                forward[c] = true;
            }
        }
        return forward;
    }

    private static bool HasPath(List<int>?[] next, int from, int to)
    {
        if (next[from] is null) return false;
        var seen = new bool[next.Length];
        var stack = new Stack<int>([from]);
        while (stack.TryPop(out var current))
        {
            if (current == to) return true;
            if (seen[current]) continue;
            seen[current] = true;
            if (next[current] is { } targets)
                foreach (var target in targets) stack.Push(target);
        }
        return false;
    }

    private bool Reaches(int activity, int without)
    {
        if (Start < 0 || Start == without || activity == without) return false;
        var seen = new bool[Outbound.Length];
        var stack = new Stack<int>([Start]);
        while (stack.TryPop(out var current))
        {
            if (current == activity) return true;
            if (seen[current] || current == without) continue;
            seen[current] = true;
            foreach (var c in Outbound[current])
                if (!IsBackward[c]) stack.Push(All[c].Target);
        }
        return false;
    }
}
