using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions;

/// <summary>What a definition says apart from which version it is.</summary>
public static class DefinitionContent
{
    /// <summary>Properties that say which version it is, or what Studio shows beside it.</summary>
    private static readonly string[] VersionMarks = ["id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "$schema"];

    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = DefinitionText.MaxDepth };

    /// <summary>Do two definitions say the same?</summary>
    public static bool Same(WorkflowDefinition one, WorkflowDefinition other) => JsonNode.DeepEquals(Of(one), Of(other));

    /// <summary>A definition as JSON to be changed.</summary>
    public static JsonObject Open(WorkflowDefinition definition) =>
        JsonNode.Parse(definition.ToJson(), documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionText.MaxDepth })!.AsObject();

    /// <summary>The text of changed JSON.</summary>
    public static byte[] Write(JsonObject definition) => JsonSerializer.SerializeToUtf8Bytes(definition, Deep);

    private static JsonObject Of(WorkflowDefinition definition)
    {
        var content = Open(definition);
        foreach (var mark in VersionMarks)
            content.Remove(mark);
        return content;
    }
}
