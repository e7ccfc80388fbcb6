using System.Globalization;

namespace Bpm.Domain.Complaints;

/// <summary>The number that people know a case by: prefix, day in the organisation's zone, running number of that day.</summary>
public static class CaseNumber
{
    /// <summary>For example <c>LC20260924-0007</c>; past 9999 the last part grows.</summary>
    /// <param name="sequence">Starts at 1 on each day.</param>
    public static string Format(string prefix, DateOnly day, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{day:yyyyMMdd}-{sequence:0000}");
    }

    /// <summary>The day that a moment belongs to in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
}
