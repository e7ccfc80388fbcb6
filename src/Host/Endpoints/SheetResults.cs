using Bpm.Application.Reports.Files;

namespace Bpm.Host.Endpoints;

/// <summary>Answers with a table as the file that was asked for.</summary>
public static class SheetResults
{
    /// <summary>The value itself as JSON, or its table as CSV or XLSX.</summary>
    /// <param name="format"><c>json</c>, <c>csv</c>, <c>xlsx</c> or null for JSON; validated by the use case.</param>
    public static IResult Answer<T>(T value, Func<T, Sheet> table, string? format)
    {
        if (format is null or "json")
            return TypedResults.Ok(value);
        var sheet = table(value);
        return format == "csv"
            ? TypedResults.File(CsvFile.Write(sheet), CsvFile.MediaType, sheet.FileName + ".csv")
            : TypedResults.File(XlsxFile.Write(sheet), XlsxFile.MediaType, sheet.FileName + ".xlsx");
    }
}
