using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Workflows.Drawings;

/// <summary>
/// A definition as it is drawn, without compiling it: its activities, those inside others too, and its connections. Child workflows are
/// one activity each.
/// </summary>
public sealed class DrawnDefinition
{
    private const string Root = "Workflow1";

    private readonly Dictionary<string, DrawnActivity> _byPath = new(StringComparer.Ordinal);
    private readonly List<DrawnActivity> _activities = [];
    private readonly List<DrawnConnection> _connections = [];

    private DrawnDefinition(WorkflowDefinition definition)
    {
        Definition = definition;
        Read(definition.Json.GetProperty("root"), Root, "root");
    }

    /// <summary>The definition itself.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>All activities, holders before what they hold, in the order of the file.</summary>
    public IReadOnlyList<DrawnActivity> Activities => _activities;

    /// <summary>All connections, in the order of the file.</summary>
    public IReadOnlyList<DrawnConnection> Connections => _connections;

    /// <summary>Reads a definition.</summary>
    public static DrawnDefinition Of(WorkflowDefinition definition) => new(definition);

    /// <summary>The activity at a path, or null.</summary>
    public DrawnActivity? Find(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The activity at a path or, where that lies in a child workflow, the activity that stands for the child workflow; null for the workflow as a whole.</summary>
    public DrawnActivity? FindAround(string path)
    {
        while (!_byPath.ContainsKey(path) && path.LastIndexOf(':') is > 0 and var end)
            path = path[..end];
        return Find(path);
    }

    private void Read(JsonElement json, string parent, string slot)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
                Read(item, parent, slot);
        }

        if (json.ValueKind != JsonValueKind.Object)
            return;
        if (DrawnJson.Text(json, "id") is { } id && DrawnJson.Text(json, "type") is { } type)
        {
            var activity = new DrawnActivity($"{parent}:{id}", id, type, parent, slot, json);
            parent = activity.Path;
            _activities.Add(activity);
            _byPath.TryAdd(parent, activity);
        }

        foreach (var property in json.EnumerateObject())
        {
            if (property.Name == "connections")
                _connections.AddRange(DrawnJson.Items(json, "connections").Select(item => Connection(item, parent)).OfType<DrawnConnection>());
            else if (property.Name is not ("metadata" or "customProperties" or "expression" or "variables"))
                Read(property.Value, parent, property.Name);
        }
    }

    // The designer writes objects at both ends; older files plain ids.
    private static DrawnConnection? Connection(JsonElement json, string container)
    {
        var (source, target) = (DrawnJson.Find(json, "source"), DrawnJson.Find(json, "target"));
        return source is { ValueKind: JsonValueKind.Object } from && target is { ValueKind: JsonValueKind.Object } to
            ? new(container, DrawnJson.Text(from, "activity") ?? "", DrawnJson.Text(from, "port") ?? "Done", DrawnJson.Text(to, "activity") ?? "", DrawnJson.Text(to, "port") ?? "In")
            : DrawnJson.Text(json, "source") is { } plainSource && DrawnJson.Text(json, "target") is { } plainTarget
                ? new(container, plainSource, DrawnJson.Text(json, "sourcePort") ?? "Done", plainTarget, DrawnJson.Text(json, "targetPort") ?? "In")
                : null;
    }
}
