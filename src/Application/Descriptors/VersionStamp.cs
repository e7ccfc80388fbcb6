namespace Bpm.Application.Descriptors;

/// <summary>What tells whether a stored version of a definition is still the same.</summary>
/// <param name="Id">Version id.</param>
/// <param name="Content">Changes with the version's content.</param>
public sealed record VersionStamp(string Id, string DefinitionId, int Version, bool IsPublished, string Content);
