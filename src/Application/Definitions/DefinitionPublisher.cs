using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions;

/// <summary>
/// Makes new published versions out of definition files, within one transaction: numbers them, pins every common part to the version
/// that is published with it, and publishes anew whoever uses a common part that changed (decision 009).
/// </summary>
public sealed class DefinitionPublisher(IDefinitionStore store, DefinitionGate gate)
{
    private static readonly string[] VersionMarks = ["id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "$schema"];

    /// <summary>Publishes the files that differ from what is published.</summary>
    /// <returns>The new versions, in the order in which they were made; empty when nothing differs.</returns>
    /// <exception cref="InvalidDefinitionException">A file is no definition, or cannot be run.</exception>
    public async Task<Publication> PublishAsync(Publishing order, CancellationToken cancellationToken)
    {
        var current = (await store.PublishedAsync(order.Home.Code, cancellationToken))
            .ToDictionary(record => record.DefinitionId, record => WorkflowDefinition.Parse(record.Json), StringComparer.Ordinal);
        var files = order.Files.Select(file => JsonNode.Parse(WorkflowDefinition.Parse(file).ToJson())!.AsObject()).ToList();
        var published = new List<DefinitionRecord>();
        var findings = new List<string>();
        var queue = new Queue<JsonObject>(ChildrenFirst(files));
        while (queue.TryDequeue(out var file))
        {
            var definitionId = (string)file["definitionId"]!;
            var latest = await store.FindLatestAsync(definitionId, cancellationToken);
            Pin(file, current);
            if (latest is { IsPublished: true } && SameContent(file, JsonNode.Parse(latest.Json)!.AsObject()))
                continue;
            var version = (latest?.Version ?? 0) + 1;
            var definition = WorkflowDefinition.Parse(JsonSerializer.SerializeToUtf8Bytes(file)).With($"{definitionId}-v{version}", version, isLatest: true, isPublished: true);
            current[definitionId] = definition;
            findings.AddRange(gate.Check(definition, current.Values, order.Home));
            var record = new DefinitionRecord(
                definition.Id, definitionId, order.Home.Code, version, definition.Name, true, true, order.At, order.Author, order.Note, definition.ToJson());
            await store.AddAsync(record, cancellationToken);
            published.Add(record);
            foreach (var consumer in Consumers(current, definitionId))
            {
                if (!queue.Any(waiting => (string)waiting["definitionId"]! == (string)consumer["definitionId"]!))
                    queue.Enqueue(consumer);
            }
        }

        return new(published, findings);
    }

    private static IEnumerable<JsonObject> Consumers(Dictionary<string, WorkflowDefinition> current, string definitionId) =>
        current.Values
            .Where(definition => definition.DefinitionId != definitionId)
            .Select(definition => JsonNode.Parse(definition.ToJson())!.AsObject())
            .Where(definition => ChildIds(definition).Contains(definitionId));

    private static void Pin(JsonObject definition, Dictionary<string, WorkflowDefinition> current)
    {
        foreach (var node in ChildNodes(definition))
        {
            // An unknown child is left as it is: the compiler refuses it with the node's path.
            if (!current.TryGetValue((string)node["workflowDefinitionId"]!, out var child))
                continue;
            node["workflowDefinitionVersionId"] = child.Id;
            node["latestAvailablePublishedVersion"] = child.Version;
            node["latestAvailablePublishedVersionId"] = child.Id;
        }
    }

    private static List<JsonObject> ChildrenFirst(List<JsonObject> files)
    {
        var ordered = new List<JsonObject>();
        var visiting = new HashSet<JsonObject>();
        foreach (var file in files)
            Visit(file);
        return ordered;

        void Visit(JsonObject file)
        {
            // A cycle is left to the compiler, which names it.
            if (ordered.Contains(file) || !visiting.Add(file))
                return;
            var children = ChildIds(file);
            foreach (var child in files.Where(other => children.Contains((string)other["definitionId"]!)))
                Visit(child);
            ordered.Add(file);
        }
    }

    private static HashSet<string> ChildIds(JsonObject definition) => [.. ChildNodes(definition).Select(node => (string)node["workflowDefinitionId"]!)];

    private static IEnumerable<JsonObject> ChildNodes(JsonNode? node) => node switch
    {
        JsonObject known => (known["workflowDefinitionId"] is JsonValue id && id.TryGetValue<string>(out _) ? [known] : Enumerable.Empty<JsonObject>())
            .Concat(known.SelectMany(property => ChildNodes(property.Value))),
        JsonArray array => array.SelectMany(ChildNodes),
        _ => [],
    };

    private static bool SameContent(JsonObject one, JsonObject other) => JsonNode.DeepEquals(Content(one), Content(other));

    private static JsonObject Content(JsonObject definition)
    {
        var content = definition.DeepClone().AsObject();
        foreach (var mark in VersionMarks)
            content.Remove(mark);
        return content;
    }
}
