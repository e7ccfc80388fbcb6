namespace Bpm.Quarter.Oracle.Findings;

/// <summary>What a clock has told, or must have told, somebody.</summary>
/// <param name="Kind"><c>warning</c>, <c>overdue</c> or <c>escalation</c>.</param>
/// <param name="DeliverAt">Later than <paramref name="RaisedAt"/> where quiet hours hold it.</param>
public sealed record NoticeFinding(
    string Rule, int Round, string? Department, string Kind, string Recipient, DateTimeOffset RaisedAt, DateTimeOffset DeliverAt);
