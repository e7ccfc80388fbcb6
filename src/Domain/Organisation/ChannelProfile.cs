namespace Bpm.Domain.Organisation;

/// <summary>A channel that complaints come in through.</summary>
/// <param name="Name">Chinese name.</param>
/// <param name="IsLetter">Letters and web posts go the letter's way around the category's process.</param>
/// <param name="DefinitionId">The workflow that its cases run, whatever their category (faults apart); null for the category's.</param>
/// <param name="Aliases">Other spellings that regulations and imports use.</param>
public sealed record ChannelProfile(string Code, string Name, bool IsLetter, IReadOnlyList<string> Aliases, string? DefinitionId = null);
