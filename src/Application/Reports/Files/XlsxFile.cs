using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetElement = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace Bpm.Application.Reports.Files;

/// <summary>A sheet as an Excel workbook: a heading row that stays in sight, columns as wide as their texts, every cell a text.</summary>
public static class XlsxFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // Excel's own limit, and signs that it refuses in a sheet's name.
    private const int LongestName = 31;
    private const string RefusedInNames = "[]:*?/\\'";

    private const uint PlainStyle = 0;
    private const uint HeadingStyle = 1;
    private const uint QuotedStyle = 2;

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        using var content = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(content, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            WriteWorksheet(worksheet, sheet);
            workbook.Workbook = new(new Sheets(new SheetElement { Id = workbook.GetIdOfPart(worksheet), SheetId = 1, Name = NameOf(sheet) }));
        }

        return content.ToArray();
    }

    // Row by row: a year of cases is not held in memory twice.
    private static void WriteWorksheet(WorksheetPart part, Sheet sheet)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(sheet.Headings.Select((_, index) => new Column
        {
            Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOf(sheet, index), CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, sheet.Headings, heading: true);
        for (var i = 0; i < sheet.Rows.Count; i++)
            WriteRow(writer, i + 2, sheet.Rows[i], heading: false);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IReadOnlyList<string?> texts, bool heading)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        for (var i = 0; i < texts.Count; i++)
        {
            if (string.IsNullOrEmpty(texts[i]))
                continue;
            var text = SheetText.Fitting(texts[i]!);
            writer.WriteElement(new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
            {
                CellReference = Letters(i) + number.ToString(CultureInfo.InvariantCulture),
                DataType = CellValues.InlineString,
                StyleIndex = heading ? HeadingStyle : SheetText.LooksLikeFormula(text) ? QuotedStyle : PlainStyle,
            });
        }

        writer.WriteEndElement();
    }

    // Plain, heading, and text that must stay text also after somebody edits it or saves it in another format.
    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellFormats(
            Format(0, 0, quoted: false),
            Format(1, 2, quoted: false),
            Format(0, 0, quoted: true)));

    private static CellFormat Format(uint font, uint fill, bool quoted) => new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = true })
    {
        NumberFormatId = 49, ApplyNumberFormat = true, FontId = font, ApplyFont = true, FillId = fill, ApplyFill = true, BorderId = 0,
        ApplyAlignment = true, QuotePrefix = quoted,
    };

    // In half-width signs; a Chinese one takes two.
    private static double WidthOf(Sheet sheet, int column)
    {
        const int sampled = 500;
        var longest = sheet.Rows.Take(sampled).Select(row => row[column]).Prepend(sheet.Headings[column]).Max(Width);
        return Math.Clamp(longest + 2, 8, 60);
    }

    private static int Width(string? text) => text is null ? 0 : text.Split('\n').Max(line => line.Sum(sign => sign > 0xFF ? 2 : 1));

    private static string NameOf(Sheet sheet)
    {
        var name = SheetText.Fitting(string.Concat(sheet.Name.Where(sign => !RefusedInNames.Contains(sign, StringComparison.Ordinal))));
        return name.Length == 0 ? "报表" : name[..Math.Min(name.Length, LongestName)];
    }

    private static string Letters(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
