namespace Bpm.Application.Reports.Files;

/// <summary>A table that leaves the product as a file. Every cell is text: what it says is what a spreadsheet shows, nothing is computed.</summary>
/// <param name="Name">Chinese; the name of the sheet.</param>
/// <param name="FileName">Without ending.</param>
/// <param name="Headings">Chinese, one for each column.</param>
/// <param name="Rows">A text or null for each column.</param>
public sealed record Sheet(string Name, string FileName, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string?>> Rows);
