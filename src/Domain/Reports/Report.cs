namespace Bpm.Domain.Reports;

/// <summary>A report as it was drawn up: its rows never change after that, so that it says the same whenever it is read again.</summary>
public sealed class Report
{
    private Report()
    {
    }

    public Guid Id { get; private set; }

    public string Organisation { get; private set; } = "";

    /// <summary>Code of the <see cref="ReportProfile"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The local day that it goes by; one report of a code for each.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Begin of the time that it speaks of, inclusive.</summary>
    public DateTimeOffset PeriodFrom { get; private set; }

    /// <summary>End of that time, exclusive.</summary>
    public DateTimeOffset PeriodTo { get; private set; }

    /// <summary>The duty that drew it up.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Number of that duty.</summary>
    public string CaseNumber { get; private set; } = "";

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string? ConfirmedBy { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public string? SentBy { get; private set; }

    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    /// <summary>Draws a report up.</summary>
    public static Report Draft(
        string organisation, string code, ReportPeriod period, Guid caseId, string caseNumber, IReadOnlyList<ReportRow> rows, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new()
        {
            Id = OrderedId.New(now),
            Organisation = organisation,
            Code = code,
            Date = period.Date,
            PeriodFrom = period.From,
            PeriodTo = period.To,
            CaseId = caseId,
            CaseNumber = caseNumber,
            DraftedAt = now,
            Rows = rows,
        };
    }

    /// <summary>Somebody has looked through it; the first who did is kept.</summary>
    public void Confirm(string by, DateTimeOffset now)
    {
        if (ConfirmedAt is null)
            (ConfirmedBy, ConfirmedAt) = (by, now);
    }

    /// <summary>Somebody has sent it on; the first who did is kept.</summary>
    public void Send(string by, DateTimeOffset now)
    {
        if (SentAt is null)
            (SentBy, SentAt) = (by, now);
    }
}
