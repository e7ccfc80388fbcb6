using System.Text;
using Bpm.Application.Reports.Files;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Sheet = Bpm.Application.Reports.Files.Sheet;

namespace Bpm.Application.Tests.Reports;

/// <summary>Tables as files, read back as a spreadsheet would.</summary>
public sealed class SheetFileTests
{
    private static readonly Sheet _sheet = new(
        "客户投诉逾期未处理明细表", "客户投诉逾期未处理明细表-2026-10-08", ["受理编号", "到期时间", "客户意见"],
        [
            ["XX20260930-0001", "2026-10-08 17:30", "水发黄，\"有味\"\n请答复"],
            ["XX20260930-0002", null, "=HYPERLINK(\"http://x\",\"领奖\")"],
            ["+86", "-1", "@SUM(A1)"],
            ["0012", "\t=1", "𠮷\u0001\ud800结束"],
        ]);

    [Fact]
    public void Xlsx_ReadBack_HoldsEveryTextAsText()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(_sheet)), false);
        var cells = Cells(document);
        cells[0].ShouldBe(["受理编号", "到期时间", "客户意见"]);
        cells[1].ShouldBe(["XX20260930-0001", "2026-10-08 17:30", "水发黄，\"有味\"\n请答复"]);
        cells[2].ShouldBe(["XX20260930-0002", null, "=HYPERLINK(\"http://x\",\"领奖\")"]);
        cells[3].ShouldBe(["+86", "-1", "@SUM(A1)"]);
        cells[4].ShouldBe(["0012", "\t=1", "𠮷结束"]);
        var all = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToList();
        all.ShouldAllBe(cell => cell.CellFormula == null && cell.DataType!.Value == CellValues.InlineString);
    }

    [Fact]
    public void Xlsx_Workbook_IsValidWithFrozenHeadingAndChineseName()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(_sheet)), false);
        new OpenXmlValidator().Validate(document).Select(error => error.Description).ShouldBeEmpty();
        document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value.ShouldBe("客户投诉逾期未处理明细表");
        var worksheet = document.WorkbookPart.WorksheetParts.Single().Worksheet;
        worksheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
        worksheet.Descendants<Column>().Select(column => column.Width!.Value).ShouldBe([17, 18, 30], tolerance: 2);
    }

    [Fact]
    public void Xlsx_TextLikeAFormula_IsMarkedAsText()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(_sheet)), false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var worksheet = document.WorkbookPart.WorksheetParts.Single().Worksheet;
        formats[(int)Style("C3")].QuotePrefix!.Value.ShouldBeTrue();
        formats[(int)Style("C2")].QuotePrefix!.Value.ShouldBeFalse();

        uint Style(string cell) => worksheet.Descendants<Cell>().Single(found => found.CellReference == cell).StyleIndex!.Value;
    }

    [Fact]
    public void Xlsx_SheetWithOddName_IsNamedAsExcelAllows()
    {
        var odd = _sheet with { Name = "[a]:*?/\\" + new string('长', 40) };
        using var document = SpreadsheetDocument.Open(new MemoryStream(XlsxFile.Write(odd)), false);
        document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value.ShouldBe("a" + new string('长', 30));
    }

    [Fact]
    public void Csv_ReadBack_HasMarkQuotesAndGuardedFormulas()
    {
        var bytes = CsvFile.Write(_sheet);
        bytes.Take(3).ShouldBe(new byte[] { 0xEF, 0xBB, 0xBF });
        Encoding.UTF8.GetString(bytes[3..]).Split("\r\n").ShouldBe(
        [
            "受理编号,到期时间,客户意见",
            "XX20260930-0001,2026-10-08 17:30,\"水发黄，\"\"有味\"\"\n请答复\"",
            "XX20260930-0002,,\"'=HYPERLINK(\"\"http://x\"\",\"\"领奖\"\")\"",
            "'+86,'-1,'@SUM(A1)",
            "0012,'\t=1,𠮷\u0001\ufffd结束",
            "",
        ]);
    }

    // Cells that are left out are null.
    private static List<string?[]> Cells(SpreadsheetDocument document) =>
    [
        .. document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row =>
        {
            var texts = new string?[3];
            foreach (var cell in row.Elements<Cell>())
                texts[cell.CellReference!.Value![0] - 'A'] = cell.InlineString!.Text!.Text;
            return texts;
        }),
    ];
}
