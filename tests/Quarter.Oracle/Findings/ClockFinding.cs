namespace Bpm.Quarter.Oracle.Findings;

/// <summary>A clock as it stands, or must stand, at the end of the time looked at.</summary>
/// <param name="Department">Whose duty it is, where several may have the same; else null.</param>
/// <param name="State"><c>running</c>, <c>met</c>, <c>breached</c>, <c>superseded</c> or <c>cancelled</c>.</param>
public sealed record ClockFinding(
    string Rule, int Round, string? Department, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset? EndedAt, string State, bool Estimated);
