using System.Text;
using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>Writes a sequence as Elsa 3 JSON: a workflow that no case starts.</summary>
public sealed class PlainFlow(string definitionId)
{
    private readonly JsonArray _activities = [];
    private readonly JsonObject _options = [];

    /// <summary>Adds an activity; inputs as literals.</summary>
    public PlainFlow Add(string id, string type, params (string Input, string Type, string Value)[] inputs) => Add(id, type, canStart: false, inputs);

    /// <summary>Adds an activity that starts instances.</summary>
    public PlainFlow AddTrigger(string id, string type, params (string Input, string Type, string Value)[] inputs) => Add(id, type, canStart: true, inputs);

    /// <summary>Adds a wait for an event.</summary>
    public PlainFlow WaitFor(string name) => Add("wait-" + name, "Elsa.Event", ("eventName", "String", name));

    /// <summary>Chooses an activation strategy by its class name in Elsa.</summary>
    public PlainFlow Activated(string strategy)
    {
        _options["activationStrategyType"] = $"Elsa.Workflows.Runtime.ActivationValidators.{strategy}, Elsa.Workflows.Runtime";
        return this;
    }

    /// <summary>The definition, UTF-8.</summary>
    public byte[] Build() => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["id"] = definitionId + "-test", ["definitionId"] = definitionId, ["name"] = definitionId, ["version"] = 1, ["toolVersion"] = "3.8.2.0",
        ["variables"] = new JsonArray(), ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(), ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(), ["isLatest"] = true, ["isPublished"] = true, ["options"] = _options.DeepClone(),
        ["root"] = new JsonObject { ["id"] = "main", ["nodeId"] = definitionId + ":main", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = _activities.DeepClone() },
    }.ToJsonString());

    private PlainFlow Add(string id, string type, bool canStart, (string Input, string Type, string Value)[] inputs)
    {
        var node = new JsonObject
        {
            ["id"] = id, ["nodeId"] = $"{definitionId}:main:{id}", ["name"] = id, ["type"] = type, ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = canStart, ["runAsynchronously"] = false },
            ["metadata"] = new JsonObject(),
        };
        foreach (var (input, valueType, value) in inputs)
            node[input] = new JsonObject { ["typeName"] = valueType, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };
        _activities.Add((JsonNode)node);
        return this;
    }
}
