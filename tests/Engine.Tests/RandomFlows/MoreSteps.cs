using System.Text;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Tests.RandomFlows;

/// <summary>The same drawing with a step more on some of its connections. What the other steps do must not change.</summary>
internal static class MoreSteps
{
    /// <summary>What such a step prints begins with this.</summary>
    public const string Mark = "more-";

    public static WorkflowDefinition Of(WorkflowDefinition definition, int seed)
    {
        var json = JsonNode.Parse(definition.ToJson())!;
        var random = new System.Random(seed);
        foreach (var chart in Charts(json["root"]!).ToList()) Add(chart, random);
        return WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static void Add(JsonNode chart, System.Random random)
    {
        var connections = chart["connections"]!.AsArray();
        foreach (var connection in connections.ToList())
        {
            if (random.Next(3) != 0) continue;
            var id = $"{Mark}{chart["id"]}-{connections.IndexOf(connection)}";
            chart["activities"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["id"] = id, ["type"] = "Elsa.WriteLine",
                ["text"] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = id } },
            });
            connections.Add((JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = id, ["port"] = "Done" }, ["target"] = connection!["target"]!.DeepClone(),
            });
            connection["target"]!["activity"] = id;
        }
    }

    private static IEnumerable<JsonNode> Charts(JsonNode node)
    {
        if (node is JsonObject map && map["type"]?.GetValue<string>() == "Elsa.Flowchart") yield return node;
        var inner = node switch { JsonObject o => o.Select(p => p.Value), JsonArray a => a, _ => Enumerable.Empty<JsonNode?>() };
        foreach (var child in inner)
            if (child is JsonObject or JsonArray)
                foreach (var found in Charts(child)) yield return found;
    }
}
