namespace Bpm.Application.Tasks;

/// <summary>One row of a task list.</summary>
/// <param name="Complaint">The case's number.</param>
/// <param name="Category">The case's category; null for a strictly confidential case.</param>
public sealed record TaskListRow(
    Guid Id, string Complaint, string? Category, string Step, string Title, string State, string? Assignee, DateTimeOffset? DueAt,
    DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt, string? Outcome);
