namespace Bpm.Domain.Reports;

/// <summary>
/// One line of a report as it is kept: codes, ids and moments. What tells who a customer is stands in the case alone and is read there
/// when the report is shown. Of a confidential case nothing is kept but its number and the times.
/// </summary>
/// <param name="Complaint">The case's number.</param>
public sealed record ReportRow(string Complaint)
{
    public string? Kind { get; init; }
    public string? Category { get; init; }
    public string? Channel { get; init; }

    /// <summary>Code of the department whose duty it is.</summary>
    public string? Department { get; init; }

    public Guid? ClockId { get; init; }

    /// <summary>Article of the clock.</summary>
    public string? Rule { get; init; }

    /// <summary>Chinese name of the clock's duty.</summary>
    public string? RuleName { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the duty was done after all; null while it is not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whole minutes from the due time to the end or, while there is none, to the minute of the report.</summary>
    public long? OverdueMinutes { get; init; }

    public Guid? FollowUpId { get; init; }

    /// <summary>Which call of the case it was.</summary>
    public int? Attempt { get; init; }

    /// <summary>Code of what a call brought.</summary>
    public string? Result { get; init; }

    /// <summary>User name of who called or checked.</summary>
    public string? By { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>Fields of a check that were answered with no.</summary>
    public IReadOnlyList<string>? Findings { get; init; }
}
