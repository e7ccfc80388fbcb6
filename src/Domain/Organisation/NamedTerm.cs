namespace Bpm.Domain.Organisation;

/// <summary>A thing outside the directory that regulations spell in several ways: an outside system or a paper form.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Aliases">Other spellings that regulations and imports use.</param>
public sealed record NamedTerm(string Code, string Name, IReadOnlyList<string> Aliases);
