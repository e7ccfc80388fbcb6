using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Activities;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Writes into a definition which version of each child workflow it uses. Done when publishing: an instance is only ever run with the
/// graph it began with, so what a name means must not change when a child is published anew.
/// </summary>
internal sealed class ChildPins(ActivityRegistry registry, IDefinitionSource source)
{
    public WorkflowDefinition Pin(WorkflowDefinition definition)
    {
        var json = JsonNode.Parse(definition.ToJson(), documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionText.MaxDepth })!;
        Visit(json["root"]);
        return WorkflowDefinition.Parse(JsonSerializer.SerializeToUtf8Bytes(json, Deep));
    }

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = DefinitionText.MaxDepth };

    private void Visit(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                if (Text(map, "type") is { } type && Text(map, "id") is not null && registry.Find(type) is null) PinNode(map, type);
                foreach (var (name, child) in map)
                    // Expressions hold the author's data, not activities.
                    if (name != "expression") Visit(child);
                break;
            case JsonArray list:
                foreach (var child in list) Visit(child);
                break;
        }
    }

    private void PinNode(JsonObject node, string type)
    {
        var child = GraphBuilder.FindChild(source, Text(node, "workflowDefinitionVersionId"), Text(node, "workflowDefinitionId"), type);
        if (child is null) return;
        node["workflowDefinitionId"] = child.DefinitionId;
        node["workflowDefinitionVersionId"] = child.Id;
        // The designer knows a workflow's outcomes by the node's type and version.
        node["version"] = child.Version;
    }

    private static string? Text(JsonObject node, string name) =>
        node[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
