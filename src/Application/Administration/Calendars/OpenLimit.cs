namespace Bpm.Application.Administration.Calendars;

/// <summary>A clock in working time that runs.</summary>
/// <param name="DueAt">By the regulation alone.</param>
/// <param name="ReceivedAt">Receipt of its case, which decides by which rules it is judged.</param>
/// <param name="IsStrict">Its case is strictly confidential.</param>
public sealed record OpenLimit(string RuleId, DateTimeOffset StartedAt, DateTimeOffset DueAt, DateTimeOffset ReceivedAt, bool IsStrict);
