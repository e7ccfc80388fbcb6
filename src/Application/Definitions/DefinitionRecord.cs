namespace Bpm.Application.Definitions;

/// <summary>One stored version of a workflow definition.</summary>
/// <param name="Id">Version id; Elsa's <c>id</c>.</param>
/// <param name="DefinitionId">Stable over all versions.</param>
/// <param name="Organisation">Whose definition it is.</param>
/// <param name="Version">From 1.</param>
/// <param name="Name">Display name.</param>
/// <param name="IsLatest">At most one version of a definition is.</param>
/// <param name="IsPublished">At most one version of a definition is.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Author">User name, or <c>system</c>.</param>
/// <param name="Note">Why it was changed.</param>
/// <param name="Json">The definition, UTF-8.</param>
public sealed record DefinitionRecord(
    string Id, string DefinitionId, string Organisation, int Version, string Name, bool IsLatest, bool IsPublished,
    DateTimeOffset CreatedAt, string Author, string? Note, byte[] Json);
