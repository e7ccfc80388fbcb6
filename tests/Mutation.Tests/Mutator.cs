using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Mutation.Tests;

/// <summary>Makes every mutant of a definition: each has exactly one thing less.</summary>
internal sealed class Mutator(WorkflowDefinition original)
{
    /// <summary>Activities on clocks: taken out, their connections joined.</summary>
    public static readonly string[] ClockTypes =
    [
        StartClockActivity.TypeName, StopClockActivity.TypeName, SupersedeClockActivity.TypeName, WaitForClockActivity.TypeName,
        CorrectClockActivity.TypeName, PassClockActivity.TypeName,
    ];

    // Inputs that hold lists, and what a mutant without one element is called.
    private static readonly (string Input, string Kind)[] _lists =
    [
        ("candidates", "candidate"), ("to", "recipient"), ("exclude", "exclusion"), ("after", "after"), ("capture", "capture"), ("events", "event"),
        ("texts", "text"),
    ];

    // What these fall back to where they are missing: taking that away changes nothing.
    private static readonly (string Input, string Default)[] _choices = [("from", "now"), ("whileRunning", "keep"), ("fromRule", "")];

    private readonly JsonObject _json = JsonNode.Parse(original.ToJson())!.AsObject();

    private JsonArray Activities => _json["root"]!["activities"]!.AsArray();

    /// <summary>All mutants, activity by activity.</summary>
    public IEnumerable<Mutant> All() => Connections().Concat(Activities.Select(a => a!.AsObject()).SelectMany(Of));

    /// <summary>The definition without an activity: what led to it leads to where its port led.</summary>
    public Mutant Bypassed(string id, string port) => Spoil("clock", id, $"bypassed by {port}", json =>
    {
        var connections = json["root"]!["connections"]!.AsArray();
        var into = connections.Where(c => End(c!, "target").Activity == id).ToArray();
        var onward = connections.Where(c => End(c!, "source").Activity == id).ToArray();
        foreach (var gone in into.Concat(onward).Distinct())
            connections.Remove(gone);
        foreach (var before in into)
        {
            foreach (var after in onward.Where(c => End(c!, "source").Port == port))
                connections.Add(new JsonObject { ["source"] = before!["source"]!.DeepClone(), ["target"] = after!["target"]!.DeepClone() });
        }

        var activities = json["root"]!["activities"]!.AsArray();
        activities.Remove(activities.Single(a => Id(a!) == id));
    });

    /// <summary>The definition with an input's expression replaced; null takes the input away.</summary>
    public Mutant Changed(string kind, string id, string input, string? value) => Spoil(kind, id, $"{input} {value ?? "removed"}", json =>
    {
        var node = json["root"]!["activities"]!.AsArray().Single(a => Id(a!) == id)!.AsObject();
        if (value is null)
            node.Remove(input);
        else
            node[input]!["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value };
    });

    /// <summary>The definition with a copy of an activity put into a connection from a port.</summary>
    public Mutant Inserted(string id, string source, string port) => Spoil("clock", id, $"also at {source} {port}", json =>
    {
        var activities = json["root"]!["activities"]!.AsArray();
        var connections = json["root"]!["connections"]!.AsArray();
        var copy = activities.Single(a => Id(a!) == id)!.DeepClone().AsObject();
        copy["id"] = id + "-copy";
        copy["nodeId"] = (string?)copy["nodeId"] + "-copy";
        activities.Add(copy);
        var onward = connections.Where(c => End(c!, "source") == (source, port)).ToArray();
        foreach (var connection in onward)
            connection!["source"] = new JsonObject { ["activity"] = id + "-copy", ["port"] = "Done" };
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = id + "-copy", ["port"] = "In" },
        });
    });

    private IEnumerable<Mutant> Connections()
    {
        var connections = _json["root"]!["connections"]!.AsArray();
        for (var i = 0; i < connections.Count; i++)
        {
            var (index, source, target) = (i, End(connections[i]!, "source"), End(connections[i]!, "target"));
            yield return Spoil("connection", source.Activity, $"{source.Port} -> {target.Activity}", json => json["root"]!["connections"]!.AsArray().RemoveAt(index));
        }
    }

    private IEnumerable<Mutant> Of(JsonObject activity)
    {
        var (id, type) = (Id(activity), (string)activity["type"]!);
        foreach (var mutant in _lists.SelectMany(list => OfList(activity, id, list.Input, list.Kind)))
            yield return mutant;
        foreach (var (input, meaningless) in _choices.Where(choice => activity[choice.Input] is JsonObject && type == StartClockActivity.TypeName))
        {
            if (Expression(activity, input).Value != meaningless)
                yield return Changed("choice", id, input, null);
        }

        if (activity["rule"] is JsonObject)
            yield return Changed("article", id, "rule", null);
        if (activity.ContainsKey("workflowDefinitionId"))
        {
            foreach (var input in activity.Where(p => p.Value is JsonObject value && value.ContainsKey("expression") && p.Key != "rule").Select(p => p.Key).ToArray())
                yield return Changed("input", id, input, null);
        }

        if (ClockTypes.Contains(type))
        {
            var ports = _json["root"]!["connections"]!.AsArray().Select(c => End(c!, "source")).Where(s => s.Activity == id).Select(s => s.Port).Distinct();
            foreach (var port in ports.DefaultIfEmpty("Done").ToArray())
                yield return Bypassed(id, port);
        }
    }

    private IEnumerable<Mutant> OfList(JsonObject activity, string id, string input, string kind)
    {
        if (activity[input] is not JsonObject)
            yield break;
        yield return Changed(kind, id, input, null);
        var (type, value) = Expression(activity, input);
        if (type != "Object" || JsonNode.Parse(value) is not JsonArray list || list.Count < 2)
            yield break;
        for (var i = 0; i < list.Count; i++)
        {
            var index = i;
            yield return Spoil(kind, id, $"{input} without {list[i]}", json =>
            {
                var less = list.DeepClone().AsArray();
                less.RemoveAt(index);
                var node = json["root"]!["activities"]!.AsArray().Single(a => Id(a!) == id)!;
                node[input]!["expression"]!["value"] = less.ToJsonString();
            });
        }
    }

    private Mutant Spoil(string kind, string activity, string what, Action<JsonObject> spoil)
    {
        var json = _json.DeepClone().AsObject();
        spoil(json);
        WorkflowDefinition? definition = null;
        try
        {
            definition = WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));
        }
        catch (InvalidDefinitionException)
        {
        }

        return new(kind, activity, what, definition);
    }

    private static string Id(JsonNode activity) => (string)activity["id"]!;

    private static (string Type, string Value) Expression(JsonObject activity, string input) =>
        ((string?)activity[input]!["expression"]?["type"] ?? "", activity[input]!["expression"]?["value"]?.ToString() ?? "");

    private static (string Activity, string Port) End(JsonNode connection, string end) =>
        ((string)connection[end]!["activity"]!, (string?)connection[end]!["port"] ?? "Done");
}
