namespace Bpm.Application.Reports;

/// <summary>One column of a report as a table.</summary>
/// <param name="Heading">Chinese.</param>
/// <param name="Text">The text of a line; empty where it has none.</param>
public sealed record ReportColumn(string Heading, Func<ReportLine, string?> Text);
