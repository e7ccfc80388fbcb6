namespace Bpm.Application.Tasks;

/// <summary>One row of a task list. Times carry the organisation's offset.</summary>
/// <param name="Complaint">The case's number.</param>
/// <param name="Category">The case's category; null for a strictly confidential case.</param>
/// <param name="Step">Empty, like the title neutral, where the caller may not know how far a confidential case is.</param>
public sealed record TaskListRow(
    Guid Id, string Complaint, string? Category, string Step, string Title, string State, string? Assignee, DateTimeOffset? DueAt,
    DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt, string? Outcome)
{
    /// <summary>Chinese name of the category; null for a strictly confidential case.</summary>
    public string? CategoryName { get; init; }

    /// <summary>Name of the holder; null where nobody holds it.</summary>
    public string? HolderName { get; init; }

    /// <summary>Name of the absent person in whose stead the holder has it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Chinese title of the outcome, or null.</summary>
    public string? OutcomeTitle { get; init; }

    /// <summary><c>calm</c>, <c>soon</c> or <c>overdue</c> now; null for a task that is ended or never due.</summary>
    public string? Urgency { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Reminders { get; init; }

    /// <summary>The caller may open it.</summary>
    public bool Readable { get; init; } = true;
}
