using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Domain;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions.Drafts;

/// <summary>
/// Keeps what is being drawn, in the running transaction. A definition has at most one draft, its newest version; saving overwrites it, or begins the
/// next version where the newest is published. What was published is never touched.
/// </summary>
public sealed class DefinitionDrafts(IDefinitionStore store, OrganisationRegistry organisations, Caller caller, BusinessClock clock)
{
    /// <summary>Longest text of a definition, in bytes.</summary>
    public const int LargestText = 8 * 1024 * 1024;

    /// <summary>Most activities of a definition: more cannot be drawn or read by anybody.</summary>
    public const int MostActivities = 1000;

    // What Studio shows beside a definition and gives back; the server makes it anew each time.
    private static readonly string[] Shown = ["links", "providerName", "materializerName", "materializerContext"];

    // What every editor knows of a definition: where it says nothing, there is nothing.
    private static readonly string[] Known =
    [
        "id", "definitionId", "name", "description", "createdAt", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes",
        "customProperties", "isReadonly", "isLatest", "isPublished", "options", "root",
    ];

    /// <summary>Saves what somebody drew.</summary>
    /// <param name="json">Elsa 3 JSON, UTF-8; without a definition id it is a new definition.</param>
    /// <param name="expected">The revision that the editor began with; null where it does not say.</param>
    /// <returns>The version that holds it now: the one there was, where nothing differs.</returns>
    /// <exception cref="InvalidDefinitionException">It is no Elsa definition.</exception>
    public async Task<Result<DefinitionRecord>> SaveAsync(ReadOnlyMemory<byte> json, string organisation, long? expected, string? note, CancellationToken cancellationToken)
    {
        if (json.Length > LargestText)
            return new DefinitionTooLarge($"流程文件有 {json.Length / 1024 / 1024.0:0.0} MB，最多 8 MB；请把一部分拆成单独的流程。");
        var drawn = JsonObject.Create(DefinitionText.Read(json))!;
        if (DefinitionIdOf(drawn) is not { } definitionId)
            drawn["definitionId"] = definitionId = $"{organisation}-{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        else if (!IsPlain(definitionId))
            return new DefinitionIdTaken(definitionId);
        var (last, owner) = await store.LastNumberAsync(definitionId, cancellationToken);
        if (owner is not null && owner != organisation)
            return new DefinitionIdTaken(definitionId);
        var latest = last == 0 ? null : await store.FindLatestAsync(definitionId, cancellationToken);
        Tidy(drawn, latest);
        if (NodeIds.Assign(drawn) is > MostActivities and var count)
            return new DefinitionTooLarge($"流程有 {count} 个步骤，最多 {MostActivities} 个；请把一部分拆成单独的流程。");
        var definition = WorkflowDefinition.Parse(DefinitionContent.Write(drawn));
        if (latest is not null && DefinitionContent.Same(definition, Drawn(latest)))
            return latest;
        if (latest is not null && expected is not null && expected != latest.Revision)
            return Changed(latest);
        return await StoreAsync(definition, latest, last, organisation, note, cancellationToken);
    }

    private async Task<DefinitionRecord> StoreAsync(
        WorkflowDefinition definition, DefinitionRecord? latest, int last, string organisation, string? note, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var draft = latest is { IsDraft: true } ? latest : null;
        var version = draft?.Version ?? last + 1;
        definition = definition.With($"{definition.DefinitionId}-v{version}", version, isLatest: true, isPublished: false);
        var record = new DefinitionRecord(
            definition.Id, definition.DefinitionId, organisation, version, definition.Name, true, false, draft?.CreatedAt ?? now,
            draft?.Author ?? caller.Name, note ?? draft?.Note, definition.ToJson())
        {
            Description = definition.Description, Revision = (latest?.Revision ?? 0) + 1, SavedAt = now, SavedBy = caller.Name,
        };
        await (draft is null ? store.AddAsync(record, cancellationToken) : store.ReplaceAsync(draft.Id, record, cancellationToken));
        return record;
    }

    private static WorkflowDefinition Drawn(DefinitionRecord record)
    {
        var json = DefinitionContent.Open(WorkflowDefinition.Parse(record.Json));
        NodeIds.Assign(json);
        return WorkflowDefinition.Parse(DefinitionContent.Write(json));
    }

    // Studio drops what it does not know at the top of a definition: it stays what it was.
    private static void Tidy(JsonObject drawn, DefinitionRecord? latest)
    {
        foreach (var name in Shown)
            drawn.Remove(name);
        foreach (var list in (string[])["variables", "inputs", "outputs", "outcomes"])
            drawn[list] ??= new JsonArray();
        if (drawn["createdAt"] is not JsonValue created || !created.TryGetValue<DateTimeOffset>(out var moment) || moment.Year < 1970)
            drawn.Remove("createdAt");
        if (latest is null)
            return;
        foreach (var (name, value) in DefinitionContent.Open(WorkflowDefinition.Parse(latest.Json)).Where(property => !Known.Contains(property.Key) && !drawn.ContainsKey(property.Key)))
            drawn[name] = value?.DeepClone();
    }

    private DefinitionChanged Changed(DefinitionRecord latest)
    {
        var home = organisations.Of(latest.Organisation);
        var who = home.Directory.People.FirstOrDefault(person => person.UserName == latest.SavedBy)?.DisplayName ?? latest.SavedBy;
        return new(who, latest.SavedAt.In(home.Directory.Profile.Identity.Zone).ToString("M 月 d 日 HH:mm", CultureInfo.InvariantCulture));
    }

    private static string? DefinitionIdOf(JsonObject drawn) =>
        drawn["definitionId"] is JsonValue value && value.TryGetValue<string>(out var id) && !string.IsNullOrWhiteSpace(id) ? id : null;

    private static bool IsPlain(string id) => id.Length <= 100 && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.');
}
