namespace Bpm.Application.Definitions;

/// <summary>One stored version of a workflow definition.</summary>
/// <param name="Id">Version id; Elsa's <c>id</c>.</param>
/// <param name="DefinitionId">Stable over all versions.</param>
/// <param name="Organisation">Whose definition it is.</param>
/// <param name="Version">From 1.</param>
/// <param name="Name">Display name.</param>
/// <param name="IsLatest">At most one version of a definition is.</param>
/// <param name="IsPublished">At most one version of a definition is.</param>
/// <param name="CreatedAt">When the version was begun; UTC.</param>
/// <param name="Author">Who began it: user name, or <c>system</c>.</param>
/// <param name="Note">Why it was changed.</param>
/// <param name="Json">The definition, UTF-8.</param>
public sealed record DefinitionRecord(
    string Id, string DefinitionId, string Organisation, int Version, string Name, bool IsLatest, bool IsPublished,
    DateTimeOffset CreatedAt, string Author, string? Note, byte[] Json)
{
    /// <summary>What the workflow is for; empty where nobody wrote it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Grows by one with each stored change of the definition, over all its versions: tells an editor whether somebody else has saved.</summary>
    public long Revision { get; init; } = 1;

    /// <summary>When it was last changed; UTC.</summary>
    public DateTimeOffset SavedAt { get; init; } = CreatedAt;

    /// <summary>Who last changed it.</summary>
    public string SavedBy { get; init; } = Author;

    /// <summary>When it was first published; UTC, null for a version that never was.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The second person who approved its publishing; null where none was asked for.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Number of the case that asks a second person to agree to its publishing, or null. What is changed afterwards has to be asked for anew.</summary>
    public string? ApprovalCase { get; init; }

    /// <summary>Never published: its JSON may still change.</summary>
    public bool IsDraft => PublishedAt is null;
}
