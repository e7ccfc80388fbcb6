namespace Bpm.Application.Complaints;

/// <summary>One row of a list of cases; what the caller may not see is null.</summary>
/// <param name="Stage">What is being done, in Chinese.</param>
/// <param name="Overdue">A limit is missed and the duty still open.</param>
public sealed record ComplaintRow(
    string Number, string Status, DateTimeOffset ReceivedAt, string? Kind, string? Category, string? Channel, string? Stage,
    string? Department, DateTimeOffset? NextDueAt, bool Overdue);
