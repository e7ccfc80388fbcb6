using System.Text.Json;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Checks;

/// <summary>One flowchart of a definition as a graph: activities by position, and for each port the activities it leads to.</summary>
internal sealed class Drawing
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]>[] _targets;

    private readonly WorkflowGraph _graph;

    private readonly IReadOnlyDictionary<string, MergeMode> _mergeModes;

    private Drawing(
        WorkflowGraph graph, ActivityNode[] nodes, IReadOnlyDictionary<string, MergeMode> mergeModes, int start,
        IEnumerable<(string Source, string Port, string Target)> connections)
    {
        _graph = graph;
        Nodes = nodes;
        _mergeModes = mergeModes;
        Start = start;
        for (var i = 0; i < nodes.Length; i++)
            _index[nodes[i].Id] = i;
        _targets = [.. nodes.Select(_ => new Dictionary<string, int[]>(StringComparer.Ordinal))];
        foreach (var (source, port, target) in connections)
        {
            if (_index.TryGetValue(source, out var from) && _index.TryGetValue(target, out var to))
                _targets[from][port] = [.. _targets[from].GetValueOrDefault(port) ?? [], to];
        }

        Next = [.. _targets.Select(t => t.Values.SelectMany(to => to).Distinct().ToArray())];
        Reachable = ReachableFrom(start, avoid: -1);
    }

    public ActivityNode[] Nodes { get; }

    /// <summary>Where it starts.</summary>
    public int Start { get; }

    /// <summary>All targets of an activity, whatever the port.</summary>
    public int[][] Next { get; }

    /// <summary>Activities that a run can reach.</summary>
    public bool[] Reachable { get; }

    /// <summary>True for a connection that closes a loop: every path from the start to its source passes through its target.</summary>
    public bool IsBackward(int source, int target) => source == target || (Reachable[source] && !ReachableFrom(Start, avoid: target)[source]);

    /// <summary>Targets of a port; none where it is not connected.</summary>
    public int[] Targets(int node, string port) => _targets[node].GetValueOrDefault(port) ?? [];

    /// <summary>True for an activity that ends the flowchart or more.</summary>
    public bool IsTerminal(int node) => Nodes[node].Type.Descriptor.IsTerminal;

    /// <summary>
    /// Ports of an activity that must lead somewhere. A child workflow that declares outcomes leaves by <c>Done</c> only where its
    /// own drawing has a dead end, which is reported there.
    /// </summary>
    public IReadOnlyList<string> Ports(int node)
    {
        var ports = Nodes[node].Activity.Ports;
        return ports.Count > 1 && _graph.Children.ContainsKey(Nodes[node].Path) ? [.. ports.Where(p => p != "Done" || Targets(node, p).Length > 0)] : ports;
    }

    /// <summary>Groups of targets that start together: one group for each port, or a single one where all ports are left at once.</summary>
    public IEnumerable<int[]> Branches(int node) => Nodes[node].Type.Name == "Elsa.FlowFork"
        ? [[.. Ports(node).SelectMany(port => Targets(node, port))]]
        : Ports(node).Select(port => Targets(node, port));

    /// <summary>The ways out of an activity of which one is taken, by port; a single one where all are taken together.</summary>
    public IEnumerable<(string Port, int[] Targets)> Ways(int node) => Nodes[node].Type.Name == "Elsa.FlowFork"
        ? []
        : Ports(node).Select(port => (port, Targets(node, port)));

    /// <summary>Connections to an activity from those that can be reached.</summary>
    public (int Source, string Port)[] Inbound(int node) =>
    [
        .. Enumerable.Range(0, Nodes.Length).Where(source => Reachable[source])
            .SelectMany(source => _targets[source].Where(t => t.Value.Contains(node)).Select(t => (source, t.Key))),
    ];

    /// <summary>When an activity runs in token mode.</summary>
    public MergeMode MergeMode(int node) => _mergeModes.GetValueOrDefault(Nodes[node].Id);

    /// <summary>What can be reached from an activity, itself included, without passing another one (-1: without limit).</summary>
    public bool[] ReachableFrom(int from, int avoid)
    {
        var seen = new bool[Nodes.Length];
        if (from < 0 || from == avoid)
            return seen;
        var stack = new Stack<int>([from]);
        seen[from] = true;
        while (stack.TryPop(out var current))
        {
            foreach (var next in Next[current])
            {
                if (next == avoid || seen[next])
                    continue;
                seen[next] = true;
                stack.Push(next);
            }
        }

        return seen;
    }

    /// <summary>Every flowchart of a definition, outermost first, without those of child workflows.</summary>
    public static IReadOnlyList<Drawing> AllOf(WorkflowGraph graph)
    {
        var nodes = graph.Nodes.ToDictionary(node => node.Path, StringComparer.Ordinal);
        var found = new List<Drawing>();
        Collect(graph, graph.Definition.Json.GetProperty("root"), graph.Nodes[0].Path, nodes, found);
        return found;
    }

    private static void Collect(
        WorkflowGraph graph, JsonElement json, string parent, Dictionary<string, ActivityNode> nodes, List<Drawing> found)
    {
        var path = $"{parent}:{Text(json, "id")}";
        if (Text(json, "type") == "Elsa.Flowchart" && json.TryGetProperty("activities", out var activities))
        {
            var children = activities.EnumerateArray().Select(a => nodes.GetValueOrDefault($"{path}:{Text(a, "id")}")).OfType<ActivityNode>().ToArray();
            if (children.Length > 0)
                found.Add(new(graph, children, MergeModes(activities), StartOf(json, children), Connections(json)));
        }

        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && Text(property.Value, "type") is not null && Text(property.Value, "id") is not null)
                Collect(graph, property.Value, path, nodes, found);
            else if (property.Value.ValueKind == JsonValueKind.Array && property.Name == "activities")
                foreach (var child in property.Value.EnumerateArray())
                    Collect(graph, child, path, nodes, found);
        }
    }

    private static Dictionary<string, MergeMode> MergeModes(JsonElement activities)
    {
        var modes = new Dictionary<string, MergeMode>(StringComparer.Ordinal);
        foreach (var activity in activities.EnumerateArray())
        {
            var name = Text(activity, "type") == "Elsa.FlowJoin"
                ? activity.TryGetProperty("mode", out var input) && input.ValueKind == JsonValueKind.Object
                    && input.TryGetProperty("expression", out var mode) && Text(mode, "value") is { } text && text.StartsWith("WaitAll", StringComparison.OrdinalIgnoreCase) ? "Merge" : "Race"
                : activity.TryGetProperty("customProperties", out var custom) ? Text(custom, "mergeMode") : null;
            if (Text(activity, "id") is { } id && Enum.TryParse<MergeMode>(name, true, out var parsed))
                modes[id] = parsed;
        }

        return modes;
    }

    private static int StartOf(JsonElement json, ActivityNode[] children)
    {
        var start = Text(json, "start") is { } id ? Array.FindIndex(children, n => n.Id == id) : -1;
        if (start < 0)
            start = Array.FindIndex(children, n => n.Type.Name == "Elsa.Start");
        if (start >= 0)
            return start;
        var targets = Connections(json).Select(c => c.Target).ToHashSet();
        return Math.Max(0, Array.FindIndex(children, n => !targets.Contains(n.Id)));
    }

    private static IEnumerable<(string Source, string Port, string Target)> Connections(JsonElement json)
    {
        if (!json.TryGetProperty("connections", out var connections))
            yield break;
        foreach (var connection in connections.EnumerateArray())
        {
            var source = connection.GetProperty("source");
            var target = connection.GetProperty("target");
            if (source.ValueKind == JsonValueKind.Object && target.ValueKind == JsonValueKind.Object)
                yield return (Text(source, "activity") ?? "", Text(source, "port") ?? "Done", Text(target, "activity") ?? "");
            else if (source.ValueKind == JsonValueKind.String && target.ValueKind == JsonValueKind.String)
                yield return (source.GetString()!, Text(connection, "sourcePort") ?? "Done", target.GetString()!);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
