using System.Text;
using System.Text.Json.Nodes;

namespace Bpm.Durability.Tests.Races;

/// <summary>Writes a flowchart as Elsa 3 JSON that takes the place of a pack's definition.</summary>
public sealed class FlowBuilder(string organisation, string definitionId, string name)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];

    /// <summary>Adds an activity; inputs as literals, lists as JSON arrays in text form.</summary>
    public FlowBuilder Add(string id, string type, params (string Input, string Type, string Value)[] inputs)
    {
        var node = new JsonObject
        {
            ["id"] = id, ["nodeId"] = $"{definitionId}:flow:{id}", ["name"] = id, ["type"] = type, ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject { ["displayText"] = id },
        };
        foreach (var (input, valueType, value) in inputs)
        {
            node[input] = new JsonObject
            {
                ["typeName"] = valueType,
                ["expression"] = new JsonObject { ["type"] = valueType.EndsWith("[]", StringComparison.Ordinal) ? "Object" : "Literal", ["value"] = value },
            };
        }

        _activities.Add((JsonNode)node);
        return this;
    }

    /// <summary>Adds a human task for the hotline.</summary>
    public FlowBuilder AddTask(string step, params string[] outcomes) => Add(
        step, "Bpm.HumanTask",
        ("step", "String", step), ("title", "String", step), ("candidates", "String[]", """["role:hotline"]"""),
        ("outcomes", "String[]", new JsonArray([.. outcomes.Select(outcome => JsonValue.Create(outcome))]).ToJsonString()));

    /// <summary>Adds a notice to one user, which shows that a path was taken.</summary>
    public FlowBuilder AddNotice(string id, string text) =>
        Add(id, "Bpm.Notify", ("to", "String[]", """["user:a.deputy"]"""), ("text", "String", text));

    /// <summary>Connects a port with an activity.</summary>
    public FlowBuilder Connect(string from, string port, string to)
    {
        _connections.Add((JsonNode)new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
            ["vertices"] = new JsonArray(),
        });
        return this;
    }

    /// <summary>The definition, UTF-8; the activity <c>start</c> is where it begins.</summary>
    public byte[] Build() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = definitionId + "-test", ["definitionId"] = definitionId, ["name"] = name, ["description"] = name,
        ["createdAt"] = "2026-01-01T00:00:00+00:00", ["version"] = 1, ["toolVersion"] = "3.8.2.0",
        ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject { ["organisation"] = organisation },
        ["isReadonly"] = false, ["isSystem"] = false, ["isLatest"] = true, ["isPublished"] = true, ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow", ["nodeId"] = definitionId + ":flow", ["name"] = "Flowchart1", ["type"] = "Elsa.Flowchart", ["version"] = 1,
            ["customProperties"] = new JsonObject { ["notFoundConnections"] = new JsonArray(), ["canStartWorkflow"] = false, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject(), ["start"] = "start", ["activities"] = _activities, ["connections"] = _connections,
        },
    }.ToJsonString());
}
