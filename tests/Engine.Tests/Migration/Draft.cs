using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.Migration;

/// <summary>Draws one version of a flowchart with few words: steps print their id, waits wait for the event of their name.</summary>
internal sealed class Draft(int version, FlowchartMode mode = FlowchartMode.CounterBased)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly JsonArray _variables = [];
    private JsonNode? _root;

    /// <summary>Path of the flowchart.</summary>
    public const string Flow = "Workflow1:flow";

    public Draft Steps(params string[] ids) => ids.Aggregate(this, (draft, id) => draft.Add(Step(id)));

    public Draft Waits(params string[] ids) => ids.Aggregate(this, (draft, id) => draft.Add(Wait(id)));

    public Draft Add(JsonNode activity)
    {
        _activities.Add(activity);
        return this;
    }

    /// <summary>Each as <c>a > b</c> or <c>a.Port > b</c>; more than two in a row make several connections.</summary>
    public Draft Connect(params string[] chains)
    {
        foreach (var ends in chains.Select(chain => chain.Split('>', StringSplitOptions.TrimEntries)))
            foreach (var (from, to) in ends.Zip(ends.Skip(1)))
                _connections.Add((JsonNode)new JsonObject
                {
                    ["source"] = new JsonObject { ["activity"] = from.Split('.')[0], ["port"] = from.Contains('.', StringComparison.Ordinal) ? from.Split('.')[1] : "Done" },
                    ["target"] = new JsonObject { ["activity"] = to.Split('.')[0], ["port"] = "In" },
                });
        return this;
    }

    public Draft Variable(string name, string type, string? value = null)
    {
        _variables.Add((JsonNode)new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = type, ["value"] = value });
        return this;
    }

    /// <summary>In the place of the flowchart.</summary>
    public Draft Root(JsonNode root)
    {
        _root = root;
        return this;
    }

    public WorkflowDefinition Build() => WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = $"moving-v{version}", ["definitionId"] = "moving", ["name"] = "moving", ["version"] = version,
        ["variables"] = _variables.DeepClone(),
        ["customProperties"] = new JsonObject { ["Flowchart:ExecutionMode"] = mode.ToString() },
        ["root"] = _root?.DeepClone() ?? Chart("flow"),
    }.ToJsonString()));

    /// <summary>What was drawn as an activity to put into another drawing.</summary>
    public JsonNode Chart(string id) => new JsonObject
    {
        ["id"] = id, ["type"] = "Elsa.Flowchart", ["activities"] = _activities.DeepClone(), ["connections"] = _connections.DeepClone(),
    };

    public static JsonNode Step(string id) => Of(id, "WriteLine", ("text", "String", id));

    /// <param name="eventName">Null: the id.</param>
    public static JsonNode Wait(string id, string? eventName = null) => Of(id, "Event", ("eventName", "String", eventName ?? id));

    public static JsonNode Of(string id, string type, params (string Name, string Type, string Value)[] inputs)
    {
        var node = new JsonObject { ["id"] = id, ["type"] = "Elsa." + type };
        foreach (var (name, valueType, value) in inputs)
            node[name] = new JsonObject { ["typeName"] = valueType, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
        return node;
    }

    public static JsonNode Script(string id, string type, string input, string script)
    {
        var node = Of(id, type);
        node[input] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = script } };
        return node;
    }

    /// <summary>A container of other activities.</summary>
    public static JsonNode Container(string id, string type, string property, params JsonNode[] inner)
    {
        var node = Of(id, type);
        node[property] = property is "activities" or "branches" ? new JsonArray([.. inner]) : inner[0];
        return node;
    }

    public static JsonNode Fork(string id, params string[] branches) => new JsonObject
    {
        ["id"] = id, ["type"] = "Elsa.FlowFork",
        ["branches"] = new JsonObject
        {
            ["typeName"] = "String[]", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "[" + string.Join(',', branches.Select(b => $"\"{b}\"")) + "]" },
        },
    };

    public static JsonNode Join(string id, string joinMode) => Of(id, "FlowJoin", ("mode", "FlowJoinMode", joinMode));
}
