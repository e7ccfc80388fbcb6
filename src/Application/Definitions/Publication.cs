namespace Bpm.Application.Definitions;

/// <summary>What publishing has made so far.</summary>
/// <param name="Versions">The new versions, in the order in which they were made; empty when nothing differed.</param>
/// <param name="Findings">Faults that forbid it, in Chinese; empty when all is well.</param>
public sealed record Publication(List<DefinitionRecord> Versions, List<string> Findings);
