using System.Text.RegularExpressions;

namespace Bpm.HostKit;

/// <summary>Which links lead to staff pages, and which pages are of one kind: they differ in ids and values only.</summary>
public static partial class PageKind
{
    /// <summary>True for addresses of staff pages: no downloads, nothing that leads out of them, none of Elsa Studio's own screens.</summary>
    public static bool IsPage(string href) => href.StartsWith('/') && !href.StartsWith("/api/", StringComparison.Ordinal) && !href.StartsWith("/studio", StringComparison.Ordinal)
        && !href.Contains("format=", StringComparison.Ordinal) && !href.Contains(".csv", StringComparison.Ordinal);

    /// <summary>The kind of an address.</summary>
    public static string Of(string address)
    {
        var (path, query) = address.Split('?', 2) is [var before, var after] ? (before, after) : (address, "");
        return Id().Replace(path, "*") + "?" + string.Join('&', query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"(?<=/)(?:[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{2}-?L?[0-9]{8}-[0-9]{4}|[a-z]+\.[a-z0-9.]+|[0-9]{4}(?:-[0-9]{2}-[0-9]{2})?|[A-Z]-[0-9A-Za-z.]+)(?=/|$)")]
    private static partial Regex Id();
}
