using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>A flowchart as its JSON has it: connections, where it starts, which activities may start the workflow, their merge modes.</summary>
internal sealed class FlowDrawing
{
    private readonly NodeReader _reader;
    private readonly IReadOnlyList<ActivityNode> _children;

    public FlowDrawing(NodeReader reader, IReadOnlyList<ActivityNode> children)
    {
        (_reader, _children) = (reader, children);
        var index = new Dictionary<string, int>(children.Count, StringComparer.Ordinal);
        for (var i = 0; i < children.Count; i++) index[children[i].Id] = i;
        CanStart = new bool[children.Count];
        MergeModes = new MergeMode[children.Count];
        ReadChildren(index);
        Connections = [.. ReadConnections(index)];
        Start = FindStart(index);
    }

    /// <summary>Without duplicates, in the order of the file: it decides what is scheduled first.</summary>
    public FlowConnection[] Connections { get; }

    /// <summary>Where it begins unless a trigger says otherwise; -1 where it is empty.</summary>
    public int Start { get; }

    /// <summary>Activities that say that they can start the workflow.</summary>
    public bool[] CanStart { get; }

    /// <summary>Merge modes of its activities; read in token mode only.</summary>
    public MergeMode[] MergeModes { get; }

    private void ReadChildren(Dictionary<string, int> index)
    {
        if (!_reader.TryGet("activities", out var activities) || activities.ValueKind != JsonValueKind.Array) return;
        foreach (var child in activities.EnumerateArray())
        {
            if (DeclarationReader.Text(child, "id") is not { } id || !index.TryGetValue(id, out var i)) continue;
            var hasCustom = child.TryGetProperty("customProperties", out var custom);
            CanStart[i] = DeclarationReader.Flag(child, "canStartWorkflow") || hasCustom && DeclarationReader.Flag(custom, "canStartWorkflow");
            if (_reader.Builder.FlowchartMode == FlowchartMode.TokenBased && hasCustom && custom.ValueKind == JsonValueKind.Object
                && custom.TryGetProperty("mergeMode", out var mode))
                MergeModes[i] = ReadMergeMode(mode, _children[i]);
        }
    }

    /// <summary>The designer stores the name; its client may write the number.</summary>
    private static MergeMode ReadMergeMode(JsonElement json, ActivityNode child)
    {
        if (json.ValueKind is JsonValueKind.Null || json.ValueKind is JsonValueKind.String && json.ValueEquals("")) return MergeMode.None;
        if (json.ValueKind is JsonValueKind.String && Enum.TryParse<MergeMode>(json.GetString(), true, out var named) && Enum.IsDefined(named)) return named;
        if (json.ValueKind is JsonValueKind.Number && json.TryGetInt32(out var number) && Enum.IsDefined((MergeMode)number)) return (MergeMode)number;
        throw new InvalidDefinitionException(child.Path, child.Id,
            $"汇合方式（mergeMode）“{json}” 不存在。{DidYouMean.Clause(json.ToString(), Enum.GetNames<MergeMode>())}");
    }

    private IEnumerable<FlowConnection> ReadConnections(Dictionary<string, int> index)
    {
        if (!_reader.TryGet("connections", out var json) || json.ValueKind != JsonValueKind.Array) yield break;
        var seen = new HashSet<FlowConnection>();
        foreach (var item in json.EnumerateArray())
        {
            var (source, port) = End(item, "source", "sourcePort");
            var (target, _) = End(item, "target", "targetPort");
            var connection = new FlowConnection(Position(source), port ?? "Done", Position(target));
            if (seen.Add(connection)) yield return connection;
        }

        int Position(string? id) => id is not null && index.TryGetValue(id, out var i)
            ? i
            : throw _reader.Error($"连线指向不存在的活动 “{id}”。{DidYouMean.Clause(id ?? "", index.Keys)}");
    }

    private int FindStart(Dictionary<string, int> index)
    {
        if (_children.Count == 0) return -1;
        if (_reader.Text("start") is { } id && index.TryGetValue(id, out var named)) return named;
        for (var i = 0; i < _children.Count; i++)
            if (_children[i].Type.Name == "Elsa.Start") return i;
        var start = Array.IndexOf(CanStart, true);
        if (start >= 0) return start;
        var hasInbound = new bool[_children.Count];
        foreach (var connection in Connections) hasInbound[connection.Target] = true;
        return Math.Max(Array.IndexOf(hasInbound, false), 0);
    }

    private static (string? Activity, string? Port) End(JsonElement connection, string end, string portOfOldForm)
    {
        if (connection.ValueKind != JsonValueKind.Object || !connection.TryGetProperty(end, out var json)) return (null, null);
        return json.ValueKind == JsonValueKind.String
            ? (json.GetString(), DeclarationReader.Text(connection, portOfOldForm))
            : (DeclarationReader.Text(json, "activity"), DeclarationReader.Text(json, "port"));
    }
}
