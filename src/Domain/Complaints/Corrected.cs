namespace Bpm.Domain.Complaints;

/// <summary>What a correction changed.</summary>
/// <param name="NewDefinitionId">The process that the case must run from now on; null where it goes on with the one that it has.</param>
/// <param name="CategoryChanged">Whether it is of another category now.</param>
/// <param name="Change">Codes for histories: kind, category and names of attributes; no values.</param>
public sealed record Corrected(string? NewDefinitionId, bool CategoryChanged, string Change);
