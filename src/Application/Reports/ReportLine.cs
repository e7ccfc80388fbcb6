namespace Bpm.Application.Reports;

/// <summary>One line of a report: codes with their Chinese names. What the report or the caller has no business with is null.</summary>
/// <param name="Complaint">The case's number.</param>
public sealed record ReportLine(string Complaint)
{
    public string? Kind { get; init; }
    public string? Category { get; init; }
    public string? CategoryName { get; init; }
    public string? Channel { get; init; }
    public string? ChannelName { get; init; }
    public string? Department { get; init; }
    public string? DepartmentName { get; init; }
    public Guid? ClockId { get; init; }
    public string? Rule { get; init; }

    /// <summary>Where the article stands, as staff cite it.</summary>
    public string? Article { get; init; }
    public string? RuleName { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public long? OverdueMinutes { get; init; }

    /// <summary>How long it is overdue, in Chinese.</summary>
    public string? OverdueFor { get; init; }
    public int? Attempt { get; init; }
    public string? Result { get; init; }
    public string? ResultName { get; init; }
    public string? By { get; init; }
    public string? ByName { get; init; }
    public DateTimeOffset? At { get; init; }

    /// <summary>What a check found wanting, in Chinese.</summary>
    public string? Findings { get; init; }
    public string? Customer { get; init; }
    public string? Phone { get; init; }

    /// <summary>What the customer said.</summary>
    public string? Note { get; init; }
}
