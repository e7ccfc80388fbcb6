using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Browsing;

/// <summary>A page as the printer gets it.</summary>
/// <param name="Text">All text, without blanks and line breaks: columns and narrow cells break lines anywhere.</param>
/// <param name="Pages">Sheets.</param>
/// <param name="StrangeFonts">Fonts that the file only names: another machine would print something else.</param>
public sealed partial record Paper(string Text, int Pages, IReadOnlyList<string> StrangeFonts)
{
    /// <summary>Prints a page to PDF as its own style says, and reads the file back.</summary>
    public static async Task<Paper> OfAsync(IPage page)
    {
        var file = Path.Combine(Path.GetTempPath(), $"bpm-{Guid.NewGuid():N}.pdf");
        try
        {
            await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
            var pages = PageCount().Match(await ReadAsync("pdfinfo", file));
            // Name, type, encoding, then whether it is embedded.
            var strange = (await ReadAsync("pdffonts", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Where(line => !Embedded().IsMatch(line)).ToList();
            return new(Blank().Replace(await ReadAsync("pdftotext", file, "-"), ""), int.Parse(pages.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), strange);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> ReadAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{tool} did not start; ./test.sh installs poppler-utils.");
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, tool);
        return text;
    }

    [GeneratedRegex(@"Pages:\s+(\d+)")]
    private static partial Regex PageCount();

    [GeneratedRegex(@"\syes (?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
