namespace Bpm.Domain.Organisation;

/// <summary>A role of the organisation.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Aliases">Other spellings that regulations and imports use.</param>
public sealed record Role(string Code, string Name, IReadOnlyList<string> Aliases);
