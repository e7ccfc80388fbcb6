namespace Bpm.Quarter.Oracle.Findings;

/// <summary>How a case stands, or must stand.</summary>
/// <param name="Ending">Code of how it ended; null while it is open.</param>
/// <param name="OpenSteps">Steps whose tasks wait for somebody, sorted; also those that outlive the case.</param>
/// <param name="Problems">Deeds that the regulation has no place for: the task should not have been there.</param>
public sealed record CaseFinding(
    IReadOnlyList<ClockFinding> Clocks, IReadOnlyList<NoticeFinding> Notices, string? Ending, DateTimeOffset? ClosedAt,
    IReadOnlyList<string> OpenSteps, IReadOnlyList<string> Problems);
