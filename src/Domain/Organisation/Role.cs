namespace Bpm.Domain.Organisation;

/// <summary>A role of the organisation.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="Aliases">Other spellings that regulations and imports use.</param>
/// <param name="Permissions">Names of what its members may do beyond their own tasks.</param>
public sealed record Role(string Code, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Permissions);
