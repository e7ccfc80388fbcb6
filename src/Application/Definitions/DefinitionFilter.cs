namespace Bpm.Application.Definitions;

/// <summary>Which definitions of an organisation are wanted; what is null or empty does not count.</summary>
/// <param name="Versions">Which versions of each.</param>
/// <param name="Ids">Version ids.</param>
/// <param name="Search">Part of name, description or definition id.</param>
/// <param name="OrderBy">Column; by name and version where null.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">From 1.</param>
public sealed record DefinitionFilter(
    string Organisation, VersionChoice Versions, IReadOnlyList<string> Ids, IReadOnlyList<string> DefinitionIds, string? Search,
    DefinitionOrder? OrderBy, bool Descending, int Page, int PageSize);
