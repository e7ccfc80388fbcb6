using System.Text;

namespace Bpm.Application.Reports;

/// <summary>A report as a file that a spreadsheet opens: CSV in UTF-8 with a byte order mark, Chinese headings, one line a row.</summary>
public static class ReportTable
{
    private const string MediaTypeName = "text/csv; charset=utf-8";

    /// <summary>Its media type.</summary>
    public static string MediaType => MediaTypeName;

    /// <summary>The file's name.</summary>
    public static string FileName(ReportView report) => $"{report.Name}-{report.Date}.csv";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(ReportView report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        text.AppendJoin(',', report.Columns.Select(column => Cell(column.Heading))).Append("\r\n");
        foreach (var line in report.Rows)
            text.AppendJoin(',', report.Columns.Select(column => Cell(column.Text(line)))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        // What a customer said must not run as a formula in the reader's spreadsheet.
        var safe = value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
