using System.Text.Json.Nodes;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Elsa's <c>nodeId</c> of every activity of a definition: the same path that <see cref="ActivityNode.Path"/> has, so that a drawing and a
/// journal name the same places.
/// </summary>
public static class NodeIds
{
    /// <summary>Path of the workflow itself.</summary>
    public const string Workflow = "Workflow1";

    /// <summary>Writes the paths into a definition's JSON, in place.</summary>
    /// <param name="workflow">Path of the workflow: that of the node that it stands behind, where it is used as an activity.</param>
    /// <returns>How many activities there are.</returns>
    public static int Assign(JsonObject definition, string workflow = Workflow)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Visit(definition["root"], workflow);
    }

    private static int Visit(JsonNode? node, string parent)
    {
        switch (node)
        {
            case JsonObject map:
                var count = 0;
                if (Text(map, "type") is not null && Text(map, "id") is { } id)
                {
                    parent = $"{parent}:{id}";
                    map["nodeId"] = parent;
                    count = 1;
                }

                // Expressions hold the author's data, not activities.
                return count + map.Where(property => property.Key != "expression").ToList().Sum(property => Visit(property.Value, parent));
            case JsonArray list:
                return list.Sum(item => Visit(item, parent));
            default:
                return 0;
        }
    }

    private static string? Text(JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
