using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>
/// The drawing of a flowchart, worked out once: which connections go forward and which back (breadth-first from the start), what lies
/// before a join. Activities and connections are positions in the order of the file.
/// </summary>
internal sealed class FlowConnections
{
    public readonly record struct Connection(int Source, string Port, int Target);

    private FlowConnections(Connection[] all, int start, int count)
    {
        (All, Start) = (all, start);
        Outbound = Group(all, count, c => c.Source, _ => true);
        var forward = Forward(all, start, count);
        ForwardInbound = Group(all, count, c => c.Target, i => forward[i]);
        IsBackward = Array.ConvertAll(forward, f => !f);
        IsValidBackward = new bool[all.Length];
        for (var i = 0; i < all.Length; i++)
            IsValidBackward[i] = IsBackward[i] && !Reaches(all[i].Source, without: all[i].Target);
    }

    public Connection[] All { get; }
    public int Start { get; }
    public int[][] Outbound { get; }
    public int[][] ForwardInbound { get; }
    public bool[] IsBackward { get; }

    /// <summary>Every path from the start to the source passes through the target: a loop with one entry.</summary>
    public bool[] IsValidBackward { get; }

    public static FlowConnections Read(NodeReader reader, IReadOnlyList<ActivityNode> children)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < children.Count; i++) index[children[i].Id] = i;
        var connections = new List<Connection>();
        if (reader.TryGet("connections", out var json) && json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
            {
                var (source, port) = End(item, "source", "sourcePort");
                var (target, _) = End(item, "target", "targetPort");
                connections.Add(new(Position(source), port ?? "Done", Position(target)));
            }
        return new(connections.ToArray(), StartOf(reader, children, connections, index), children.Count);

        int Position(string? id) => id is not null && index.TryGetValue(id, out var i)
            ? i
            : throw reader.Error($"连线指向不存在的活动 “{id}”。{DidYouMean.Clause(id ?? "", index.Keys)}");
    }

    /// <summary>Is the activity reached by any forward connection, or the start?</summary>
    public bool IsReachable(int activity) => activity == Start || ForwardInbound[activity].Length > 0;

    /// <summary>All activities from which a forward path leads to this one.</summary>
    public bool[] Ancestors(int activity)
    {
        var found = new bool[Outbound.Length];
        var queue = new Queue<int>([activity]);
        while (queue.TryDequeue(out var current))
            foreach (var c in ForwardInbound[current])
            {
                var source = All[c].Source;
                if (found[source]) continue;
                found[source] = true;
                queue.Enqueue(source);
            }
        return found;
    }

    private static int StartOf(NodeReader reader, IReadOnlyList<ActivityNode> children, List<Connection> connections, Dictionary<string, int> index)
    {
        if (children.Count == 0) return -1;
        if (reader.Text("start") is { } id && index.TryGetValue(id, out var named)) return named;
        var start = Find(n => n.Type.Name == "Elsa.Start");
        if (start < 0) start = Find(n => reader.CanStart(n.Id));
        if (start < 0) start = Find(n => !connections.Exists(c => children[c.Target] == n));
        return Math.Max(start, 0);

        int Find(Predicate<ActivityNode> fits)
        {
            for (var i = 0; i < children.Count; i++)
                if (fits(children[i])) return i;
            return -1;
        }
    }

    private static (string? Activity, string? Port) End(JsonElement connection, string end, string portOfOldForm)
    {
        if (connection.ValueKind != JsonValueKind.Object || !connection.TryGetProperty(end, out var json)) return (null, null);
        return json.ValueKind == JsonValueKind.String
            ? (json.GetString(), DeclarationReader.Text(connection, portOfOldForm))
            : (DeclarationReader.Text(json, "activity"), DeclarationReader.Text(json, "port"));
    }

    private static int[][] Group(Connection[] all, int count, Func<Connection, int> by, Predicate<int> wanted)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < all.Length; i++)
            if (wanted(i)) (lists[by(all[i])] ??= []).Add(i);
        return Array.ConvertAll(lists, l => l?.ToArray() ?? []);
    }

    /// <summary>Walks breadth-first from the start and takes each edge that closes no cycle with the edges taken before.</summary>
    private bool[] Forward(Connection[] all, int start, int count)
    {
        var forward = new bool[all.Length];
        if (start < 0) return forward;
        var next = new List<int>[count];
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

    private static bool HasPath(List<int>[] next, int from, int to)
    {
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
