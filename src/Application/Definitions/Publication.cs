namespace Bpm.Application.Definitions;

/// <summary>What publishing made.</summary>
/// <param name="Versions">The new versions.</param>
/// <param name="Findings">Faults that forbid it, in Chinese; empty when all is well.</param>
public sealed record Publication(IReadOnlyList<DefinitionRecord> Versions, IReadOnlyList<string> Findings);
