using System.Text;

namespace Bpm.Application.Reports.Files;

/// <summary>A sheet as CSV in UTF-8 with a byte order mark, by which Excel knows that it is Chinese.</summary>
public static class CsvFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var text = new StringBuilder();
        text.AppendJoin(',', sheet.Headings.Select(Cell)).Append("\r\n");
        foreach (var row in sheet.Rows)
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // CSV cannot say that a cell is text: the apostrophe does.
    private static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var safe = SheetText.LooksLikeFormula(value) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
