using System.Text.Json.Nodes;
using Bpm.Application.Triggers;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Packs;

namespace Bpm.Application.Definitions;

/// <summary>
/// Makes new published versions out of definition files, within one transaction: numbers them, pins every common part to the version
/// that is published with it, and publishes anew whoever uses a common part that changed (decision 009).
/// </summary>
public sealed class DefinitionPublisher(IDefinitionStore store, DefinitionGate gate, TriggerIndexer triggers)
{
    private static readonly string[] VersionMarks = ["id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "$schema"];

    /// <summary>Publishes the files that differ from what is published. Stops at the first definition with faults.</summary>
    /// <exception cref="InvalidDefinitionException">A file is no definition.</exception>
    public async Task<Publication> PublishAsync(Publishing order, CancellationToken cancellationToken)
    {
        var current = (await store.PublishedAsync(order.Home.Code, cancellationToken))
            .ToDictionary(record => record.DefinitionId, record => WorkflowDefinition.Parse(record.Json), StringComparer.Ordinal);
        var made = new Publication([], []);
        var files = order.Files.Select(file => WorkflowDefinition.Parse(file)).ToList();
        // A common part may name a step of a process that is published after it.
        var coming = ChildrenFirst(files);
        foreach (var (place, file) in coming.Index())
            await PublishOneAsync(file, order, current, coming.Skip(place + 1), made, cancellationToken);
        // Whoever used an older version of what was just published gets a version of its own, and so on upwards.
        while (made.Findings.Count == 0 && current.Values.FirstOrDefault(user => !Pinned(user, current).Equals(user)) is { } consumer)
            await PublishOneAsync(consumer, order, current, [], made, cancellationToken);
        return made;
    }

    private async Task PublishOneAsync(
        WorkflowDefinition file, Publishing order, Dictionary<string, WorkflowDefinition> current, IEnumerable<WorkflowDefinition> coming, Publication made,
        CancellationToken cancellationToken)
    {
        var latest = await store.FindLatestAsync(file.DefinitionId, cancellationToken);
        var pinned = Pinned(file, current);
        if (made.Findings.Count > 0 || (latest is { IsPublished: true } && SameContent(pinned, WorkflowDefinition.Parse(latest.Json))))
            return;
        var version = (latest?.Version ?? 0) + 1;
        var definition = pinned.With($"{file.DefinitionId}-v{version}", version, isLatest: true, isPublished: true);
        current[file.DefinitionId] = definition;
        made.Findings.AddRange(gate.Check(definition, [.. current.Values, .. coming.Where(other => !current.ContainsKey(other.DefinitionId))], order.Home));
        var record = new DefinitionRecord(
            definition.Id, definition.DefinitionId, order.Home.Code, version, definition.Name, true, true, order.At, order.Author, order.Note,
            definition.ToJson());
        await store.AddAsync(record, cancellationToken);
        made.Versions.Add(record);
        if (made.Findings.Count == 0)
            await triggers.IndexAsync(gate.Compile(definition, current.Values), order.Home.Code, order.At, cancellationToken);
    }

    private WorkflowDefinition Pinned(WorkflowDefinition definition, Dictionary<string, WorkflowDefinition> current) =>
        gate.Pin(definition, new DefinitionSet(current.Values));

    private static List<WorkflowDefinition> ChildrenFirst(List<WorkflowDefinition> files)
    {
        var ordered = new List<WorkflowDefinition>();
        var visiting = new HashSet<string>();
        foreach (var file in files)
            Visit(file);
        return ordered;

        void Visit(WorkflowDefinition file)
        {
            // A cycle is left to the gate, which names it.
            if (!visiting.Add(file.DefinitionId))
                return;
            var children = ChildIds(JsonNode.Parse(file.ToJson())).ToHashSet();
            foreach (var child in files.Where(other => children.Contains(other.DefinitionId)))
                Visit(child);
            ordered.Add(file);
        }
    }

    private static IEnumerable<string> ChildIds(JsonNode? node) => node switch
    {
        JsonObject known => (known["workflowDefinitionId"] is JsonValue id && id.TryGetValue<string>(out var child) ? [child] : Enumerable.Empty<string>())
            .Concat(known.SelectMany(property => ChildIds(property.Value))),
        JsonArray array => array.SelectMany(ChildIds),
        _ => [],
    };

    private static bool SameContent(WorkflowDefinition one, WorkflowDefinition other) => JsonNode.DeepEquals(Content(one), Content(other));

    private static JsonObject Content(WorkflowDefinition definition)
    {
        var content = JsonNode.Parse(definition.ToJson())!.AsObject();
        foreach (var mark in VersionMarks)
            content.Remove(mark);
        return content;
    }
}
