using Bpm.Application.Reports.Files;

namespace Bpm.Application.Reports;

/// <summary>A report as a table: Chinese headings, one line a row.</summary>
public static class ReportTable
{
    /// <summary>The table, to be written as a file.</summary>
    public static Sheet Of(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(
            report.Name,
            $"{report.Name}-{report.Date}",
            [.. report.Columns.Select(column => column.Heading)],
            [.. report.Rows.Select(line => report.Columns.Select(column => column.Text(line)).ToArray())]);
    }
}
