using Bpm.Application.Reports;

namespace Bpm.Web.Reports;

/// <summary>Addresses of a report with what was chosen for it.</summary>
/// <param name="Date">Day, or null.</param>
/// <param name="From">First day of a range, or null.</param>
/// <param name="To">Last day of a range, or null.</param>
public sealed record ReportAddress(string Code, string? Date, string? From, string? To)
{
    /// <summary>On the screen.</summary>
    public string Screen => With($"/reports/{Code}", null);

    /// <summary>On the screen, one page.</summary>
    /// <param name="page">From 0.</param>
    public string OfPage(int page) => $"{Screen}{(Screen.Contains('?', StringComparison.Ordinal) ? '&' : '?')}page={page}";

    /// <summary>On paper.</summary>
    public string Print => With($"/reports/{Code}/print", null);

    /// <summary>As a file.</summary>
    /// <param name="format"><c>csv</c> or <c>xlsx</c>.</param>
    public string File(string format) => With($"/api/reports/{Code}", format);

    /// <summary>The question for the use case; empty fields of a form are no choice.</summary>
    public GetReport Question => new(Code, Chosen(From) is null ? Chosen(Date) : null, Chosen(From), Chosen(From) is null ? null : Chosen(To), null);

    private string With(string path, string? format)
    {
        var asked = Question;
        List<(string Name, string? Value)> query = [("date", asked.Date), ("from", asked.From), ("to", asked.To), ("format", format)];
        var text = string.Join('&', query.Where(pair => pair.Value is not null).Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value!)}"));
        return text.Length == 0 ? path : $"{path}?{text}";
    }

    private static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
