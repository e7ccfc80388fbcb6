using System.Globalization;

namespace Bpm.Application.Reports;

/// <summary>Local days as requests write them.</summary>
internal static class DayRange
{
    /// <summary>How a day is written.</summary>
    public const string Format = "yyyy-MM-dd";

    /// <summary>Most days that a range may have.</summary>
    public const int Longest = 366;

    /// <summary>True for null and for a day.</summary>
    public static bool IsDay(string? text) => text is null || DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A day that was validated.</summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    /// <summary>A day as text.</summary>
    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);
}
