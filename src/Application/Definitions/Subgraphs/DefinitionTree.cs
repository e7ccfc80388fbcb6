using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions.Subgraphs;

/// <summary>
/// The drawing of a version with the workflows that it uses as activities put in their places, as far as somebody asks for them: each below the
/// property <c>root</c> of its node. Paths are those of the engine.
/// </summary>
public sealed class DefinitionTree
{
    private const int Deepest = 40;
    private readonly IDefinitionStore _store;
    private readonly string _organisation;
    private readonly JsonObject _workflow;

    private DefinitionTree(IDefinitionStore store, string organisation, JsonObject workflow) => (_store, _organisation, _workflow) = (store, organisation, workflow);

    /// <summary>The tree of a version of an organisation; null where there is none.</summary>
    public static async Task<DefinitionTree?> OpenAsync(IDefinitionStore store, string organisation, string versionId, CancellationToken cancellationToken)
    {
        if (await store.FindVersionAsync(versionId, cancellationToken) is not { } record || record.Organisation != organisation)
            return null;
        var workflow = new JsonObject { ["id"] = NodeIds.Workflow, ["nodeId"] = NodeIds.Workflow, ["type"] = "Elsa.Workflow", ["version"] = 1 };
        Put(workflow, record);
        return new(store, organisation, workflow);
    }

    /// <summary>The node with this path, or null. A workflow used as an activity comes with its drawing.</summary>
    /// <param name="path">Empty for the workflow itself.</param>
    public async Task<JsonObject?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var place = _workflow;
        for (var depth = 0; depth < Deepest; depth++)
        {
            var found = path.Length == 0 || path == NodeIds.Workflow ? _workflow : Nodes(place).FirstOrDefault(node => PathOf(node) == path);
            // The way leads through the workflow behind a node.
            place = found ?? Nodes(place).LastOrDefault(node => path.StartsWith(PathOf(node) + ":", StringComparison.Ordinal) && !node.ContainsKey("root") && ChildOf(node) is not null);
            if (place is null)
                return null;
            if (!place.ContainsKey("root") && ChildOf(place) is { } child && await ChildAsync(child, cancellationToken) is { } record)
                Put(place, record);
            else if (found is null)
                return null;
            if (found is not null)
                return found;
        }

        return null;
    }

    /// <summary>Path of a node.</summary>
    public static string PathOf(JsonObject node) => Text(node, "nodeId") ?? "";

    /// <summary>Is it an activity?</summary>
    public static bool IsNode(JsonObject json) => Text(json, "type") is not null && Text(json, "id") is not null && Text(json, "nodeId") is not null;

    private async Task<DefinitionRecord?> ChildAsync((string? VersionId, string? DefinitionId) child, CancellationToken cancellationToken)
    {
        var record = child.VersionId is { } versionId ? await _store.FindVersionAsync(versionId, cancellationToken) : null;
        record ??= child.DefinitionId is { } definitionId ? await _store.FindPublishedAsync(definitionId, cancellationToken) : null;
        return record?.Organisation == _organisation ? record : null;
    }

    private static void Put(JsonObject node, DefinitionRecord record)
    {
        var definition = JsonNode.Parse(record.Json, documentOptions: new JsonDocumentOptions { MaxDepth = DefinitionText.MaxDepth })!.AsObject();
        NodeIds.Assign(definition, PathOf(node));
        var root = definition["root"];
        definition.Remove("root");
        node["root"] = root;
    }

    private static (string? VersionId, string? DefinitionId)? ChildOf(JsonObject node) =>
        (Text(node, "workflowDefinitionVersionId"), Text(node, "workflowDefinitionId")) is var child && child is (null, null) ? null : child;

    /// <summary>Activities below a place, containers before what is in them.</summary>
    private static IEnumerable<JsonObject> Nodes(JsonNode? json) => json switch
    {
        JsonObject map => (IsNode(map) ? [map] : Enumerable.Empty<JsonObject>())
            .Concat(map.Where(property => property.Key is not ("expression" or "metadata")).SelectMany(property => Nodes(property.Value))),
        JsonArray list => list.SelectMany(Nodes),
        _ => [],
    };

    private static string? Text(JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
}
