using Bpm.Domain.Complaints;

namespace Bpm.Domain.Outages;

/// <summary>
/// An area in words: streets and quarters, one a line. People say addresses in many ways, so what matches is a hint for who is on the phone:
/// rather one too many than one too few.
/// </summary>
public static class OutageArea
{
    /// <summary>Fewest characters that name a place; a single one is found in every second address.</summary>
    public const int ShortestName = 2;

    // An address that is typed this far may be the begin of a longer name in the area.
    private const int ShortestAddress = 3;

    private static readonly char[] _lines = ['\n', '\r'];

    /// <summary>The lines, each once, without blanks around them.</summary>
    public static string Tidy(string area) => string.Join('\n', Lines(area).Distinct());

    /// <summary>The first line that names no place; null where each does.</summary>
    public static string? Unfit(string area) => Lines(area).FirstOrDefault(line => ContactKey.Spelling(line).Length < ShortestName);

    /// <summary>True where an address may lie in the area: a line's name stands in it, or it is the begin of a line.</summary>
    public static bool Covers(string area, string? address)
    {
        var typed = ContactKey.Spelling(address);
        return typed.Length >= ShortestName && Lines(area).Any(line =>
        {
            var whole = ContactKey.Spelling(line);
            return typed.Contains(Name(whole), StringComparison.Ordinal) || (typed.Length >= ShortestAddress && whole.StartsWith(typed, StringComparison.Ordinal));
        });
    }

    private static string[] Lines(string area) => area.Split(_lines, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // “柳园小区1-5栋” is the quarter: which houses it means is for people to read.
    private static string Name(string line)
    {
        var digit = line.AsSpan().IndexOfAnyInRange('0', '9');
        return digit >= ShortestName ? line[..digit] : line;
    }
}
