namespace Bpm.Application.Definitions;

/// <summary>A stored version without its drawing, for lists; see <see cref="DefinitionRecord"/>. Moments in UTC.</summary>
public sealed record DefinitionSummary(
    string Id, string DefinitionId, string Organisation, int Version, string Name, string Description, bool IsLatest, bool IsPublished,
    DateTimeOffset CreatedAt, string Author, string? Note, long Revision, DateTimeOffset SavedAt, string SavedBy, DateTimeOffset? PublishedAt,
    string? ApprovedBy)
{
    /// <summary>Never published: its JSON may still change.</summary>
    public bool IsDraft => PublishedAt is null;
}
