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
        var pinned = Pinned(file, current);
        if (made.Findings.Count > 0 || (current.TryGetValue(file.DefinitionId, out var published) && DefinitionContent.Same(pinned, published)))
            return;
        var latest = await store.FindLatestAsync(file.DefinitionId, cancellationToken);
        var draft = latest is { IsDraft: true } ? latest : null;
        var version = draft?.Version ?? (await store.LastNumberAsync(file.DefinitionId, cancellationToken)).Version + 1;
        var definition = pinned.With($"{file.DefinitionId}-v{version}", version, isLatest: true, isPublished: true);
        current[file.DefinitionId] = definition;
        made.Findings.AddRange(gate.Check(definition, [.. current.Values, .. coming.Where(other => !current.ContainsKey(other.DefinitionId))], order.Home));
        if (made.Findings.Count > 0)
            return;
        var record = Record(definition, order, latest?.Revision ?? 0);
        if (draft is null)
            await store.AddAsync(record, cancellationToken);
        else if (order.DraftOf == file.DefinitionId)
            await store.ReplaceAsync(draft.Id, record = record with { CreatedAt = draft.CreatedAt, Revision = draft.Revision, SavedAt = draft.SavedAt, SavedBy = draft.SavedBy }, cancellationToken);
        else
            await StepAsideAsync(draft, record = record with { IsLatest = false }, cancellationToken);
        made.Versions.Add(record);
        await triggers.IndexAsync(gate.Compile(definition, current.Values), order.Home.Code, order.At, cancellationToken);
    }

    // Somebody is drawing while the definition is published from elsewhere: the draft stays the newest, with the next number.
    private async Task StepAsideAsync(DefinitionRecord draft, DefinitionRecord published, CancellationToken cancellationToken)
    {
        var version = draft.Version + 1;
        var json = WorkflowDefinition.Parse(draft.Json).With($"{draft.DefinitionId}-v{version}", version, isLatest: true, isPublished: false);
        await store.ReplaceAsync(draft.Id, draft with { Id = json.Id, Version = version, Json = json.ToJson() }, cancellationToken);
        await store.AddAsync(published, cancellationToken);
    }

    private static DefinitionRecord Record(WorkflowDefinition definition, Publishing order, long revision) =>
        new(definition.Id, definition.DefinitionId, order.Home.Code, definition.Version, definition.Name, true, true, order.At, order.Author, order.Note, definition.ToJson())
        {
            Description = definition.Description, Revision = revision + 1, PublishedAt = order.At, ApprovedBy = order.ApprovedBy,
        };

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
}
