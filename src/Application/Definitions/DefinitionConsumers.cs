using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Application.Definitions;

/// <summary>Which definitions use another one as an activity.</summary>
public sealed class DefinitionConsumers(IDefinitionStore store)
{
    /// <summary>The newest and published versions that use a definition, itself left out.</summary>
    public async Task<IReadOnlyList<DefinitionRecord>> OfAsync(string definitionId, string organisation, CancellationToken cancellationToken) =>
        await UsersAsync(organisation, "workflowDefinitionId", definitionId, definitionId, false, cancellationToken);

    /// <summary>Did any version of another definition, however old, use this definition?</summary>
    public async Task<bool> EverAsync(string definitionId, string organisation, CancellationToken cancellationToken) =>
        (await UsersAsync(organisation, "workflowDefinitionId", definitionId, definitionId, true, cancellationToken)).Count > 0;

    /// <summary>Is any version of another definition, however old, made of this version?</summary>
    public async Task<bool> OfVersionAsync(DefinitionRecord version, CancellationToken cancellationToken) =>
        (await UsersAsync(version.Organisation, "workflowDefinitionVersionId", version.Id, version.DefinitionId, true, cancellationToken)).Count > 0;

    private async Task<IReadOnlyList<DefinitionRecord>> UsersAsync(
        string organisation, string property, string value, string except, bool everyVersion, CancellationToken cancellationToken) =>
        [
            .. (await store.MentioningAsync(organisation, value, everyVersion, cancellationToken))
                .Where(record => record.DefinitionId != except && Uses(WorkflowDefinition.Parse(record.Json).Json.GetProperty("root"), property, value)),
        ];

    private static bool Uses(JsonElement json, string property, string value) => json.ValueKind switch
    {
        JsonValueKind.Object => (json.TryGetProperty(property, out var used) && used.ValueKind == JsonValueKind.String && used.ValueEquals(value))
            || json.EnumerateObject().Any(one => Uses(one.Value, property, value)),
        JsonValueKind.Array => json.EnumerateArray().Any(item => Uses(item, property, value)),
        _ => false,
    };
}
