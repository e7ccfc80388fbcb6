using System.Text.Json.Serialization;

namespace Bpm.Application.Reports;

/// <summary>A report as the outside sees it. Times carry the organisation's offset; what is null is left out of the JSON.</summary>
/// <param name="Date">The day that it goes by, <c>yyyy-MM-dd</c>.</param>
/// <param name="From">Begin of the time that it speaks of.</param>
/// <param name="To">End of it, exclusive.</param>
/// <param name="Drafted">Whether it was drawn up; the rows of one that is not are those of <paramref name="ComputedAt"/>, or none.</param>
/// <param name="Complaint">Number of the duty that drew it up.</param>
/// <param name="ComputedAt">The minute whose rows are shown; null where none are.</param>
public sealed record ReportView(
    string Code, string Name, string Date, DateTimeOffset From, DateTimeOffset To, bool Drafted, string? Complaint, DateTimeOffset? DraftedAt,
    DateTimeOffset? ConfirmedAt, string? ConfirmedBy, DateTimeOffset? SentAt, string? SentBy, DateTimeOffset? ComputedAt, IReadOnlyList<ReportLine> Rows)
{
    /// <summary>How many rows the report has; <see cref="Rows"/> may be one page of them.</summary>
    public int TotalCount { get; init; }

    /// <summary>Heading and text of each column, for a table.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReportColumn> Columns { get; init; } = [];
}
