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

    private JsonObject[] Activities => [.. AllIn(_json)];

    /// <summary>All mutants, activity by activity.</summary>
    public IEnumerable<Mutant> All() => Connections().Concat(Activities.SelectMany(Of));

    /// <summary>The definition without an activity: what led to it leads to where its port led.</summary>
    public Mutant Bypassed(string id, string port) => Spoil("clock", id, $"bypassed by {port}", json =>
    {
        var connections = json["root"]!["connections"]!.AsArray();
        var into = connections.Where(c => End(c!, "target").Activity == id).ToArray();
        var onward = connections.Where(c => End(c!, "source").Activity == id).ToArray();
        foreach (var connection in into.Concat(onward).Distinct())
            connections.Remove(connection);
        foreach (var before in into)
        {
            foreach (var after in onward.Where(c => End(c!, "source").Port == port))
                connections.Add(new JsonObject { ["source"] = before!["source"]!.DeepClone(), ["target"] = after!["target"]!.DeepClone() });
        }

        var gone = AllIn(json).Single(a => Id(a) == id);
        if (gone.Parent is JsonArray activities)
            activities.Remove(gone);
        else
            gone.Parent!.AsObject().Remove(gone.GetPropertyName());
    });

    /// <summary>The definition with an input's expression replaced; null takes the input away.</summary>
    public Mutant Changed(string kind, string id, string input, string? value) => Spoil(kind, id, $"{input} {value ?? "removed"}", json =>
    {
        var node = AllIn(json).Single(a => Id(a) == id);
        if (value is null)
            node.Remove(input);
        else
            node[input] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
    });

    /// <summary>Activities of a type on clocks: id, the article as it is written (a script as its text), and from when a clock starts.</summary>
    public IEnumerable<(string Id, string Rule, string From)> ClocksOf(string type) => Activities.Where(a => (string?)a["type"] == type)
        .Select(a => (Id(a), a["rule"] is JsonObject ? Expression(a, "rule").Value : "", a["from"] is JsonObject ? Expression(a, "from").Value : "now"));

    /// <summary>What it passes to a child workflow, as it is written.</summary>
    public IEnumerable<string> InputsFor(string child) => Activities.Where(a => (string?)a["workflowDefinitionId"] == child)
        .SelectMany(a => a.Where(p => p.Value is JsonObject value && value.ContainsKey("expression")).Select(p => Expression(a, p.Key).Value));

    /// <summary>The definition where a stop comes at another outcome of its step as well, one mutant for each outcome that stops nothing itself.</summary>
    public IEnumerable<Mutant> Moved(string stop)
    {
        foreach (var (step, port) in StepsBefore(stop))
        {
            foreach (var other in PortsOf(step).Where(other => other != port && !Passes(step, other, stop)).ToArray())
                yield return Inserted(stop, step, other);
        }
    }

    private Mutant Inserted(string id, string source, string port) => Spoil("clock", source, $"{id} also at {port}", json =>
    {
        var activities = json["root"]!["activities"]!.AsArray();
        var connections = json["root"]!["connections"]!.AsArray();
        var copy = activities.Single(a => Id(a!) == id)!.DeepClone().AsObject();
        copy["id"] = id + "-copy";
        copy["nodeId"] = (string?)copy["nodeId"] + "-copy";
        activities.Add(copy);
        foreach (var connection in connections.Where(c => End(c!, "source") == (source, port)).ToArray())
            connection!["source"] = new JsonObject { ["activity"] = id + "-copy", ["port"] = "Done" };
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = id + "-copy", ["port"] = "In" },
        });
    });

    // Where one waits: a step, a child workflow with steps, a wait.
    private bool Waits(string id)
    {
        var activity = Activities.Single(a => Id(a) == id);
        return (string?)activity["type"] == HumanTaskActivity.TypeName || (string?)activity["type"] == WaitForClockActivity.TypeName || activity.ContainsKey("workflowDefinitionId");
    }

    private HashSet<(string Step, string Port)> StepsBefore(string id)
    {
        var (seen, found) = (new HashSet<string>(), new HashSet<(string, string)>());
        var pending = new Stack<string>([id]);
        while (pending.TryPop(out var at))
        {
            foreach (var (activity, port) in AllConnections().Where(c => c.Target == at).Select(c => c.Source))
            {
                if (Waits(activity))
                    found.Add((activity, port));
                else if (seen.Add(activity))
                    pending.Push(activity);
            }
        }

        return found;
    }

    private bool Passes(string step, string port, string id)
    {
        var seen = new HashSet<string>();
        var pending = new Stack<string>(AllConnections().Where(c => c.Source == (step, port)).Select(c => c.Target));
        var wanted = Rule(id);
        while (pending.TryPop(out var at))
        {
            if (at == id || (wanted.Length > 0 && (string?)Activities.Single(a => Id(a) == at)["type"] == StopClockActivity.TypeName && Rule(at) == wanted))
                return true;
            if (!seen.Add(at) || Waits(at))
                continue;
            foreach (var next in AllConnections().Where(c => c.Source.Activity == at))
                pending.Push(next.Target);
        }

        return false;
    }

    private string Rule(string id) => Activities.Single(a => Id(a) == id) is var activity && activity["rule"] is JsonObject ? Expression(activity, "rule").Value : "";

    private IEnumerable<string> PortsOf(string id)
    {
        var activity = Activities.Single(a => Id(a) == id);
        var connected = AllConnections().Where(c => c.Source.Activity == id).Select(c => c.Source.Port);
        return (activity["outcomes"] is JsonObject && Expression(activity, "outcomes") is ("Object", var outcomes)
            ? connected.Concat(JsonNode.Parse(outcomes)!.AsArray().Select(o => (string)o!))
            : connected).Distinct();
    }

    private IEnumerable<((string Activity, string Port) Source, string Target)> AllConnections() =>
        _json["root"]!["connections"]!.AsArray().Select(c => (End(c!, "source"), End(c!, "target").Activity));

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
                var node = AllIn(json).Single(a => Id(a) == id);
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

    // Those inside others too, such as the body of a loop.
    private static IEnumerable<JsonObject> AllIn(JsonObject json) => json["root"]!["activities"]!.AsArray().SelectMany(a => WithInner(a!.AsObject()));

    private static IEnumerable<JsonObject> WithInner(JsonObject activity) =>
        activity.Select(p => p.Value).OfType<JsonObject>().Where(inner => inner.ContainsKey("id") && inner.ContainsKey("type")).SelectMany(WithInner).Prepend(activity);

    private static string Id(JsonNode activity) => (string)activity["id"]!;

    private static (string Type, string Value) Expression(JsonObject activity, string input) =>
        ((string?)activity[input]!["expression"]?["type"] ?? "", activity[input]!["expression"]?["value"]?.ToString() ?? "");

    private static (string Activity, string Port) End(JsonNode connection, string end) =>
        ((string)connection[end]!["activity"]!, (string?)connection[end]!["port"] ?? "Done");
}
