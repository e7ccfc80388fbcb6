using System.Globalization;

namespace Bpm.Domain.Calendars;

/// <summary>Dates and times as staff read them, the same on every server whatever its own zone and language.</summary>
public static class LocalText
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>Such as <c>2026-09-30（周三）16:00</c>; seconds only where there are any.</summary>
    public static string Moment(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        var time = local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
        return Day(DateOnly.FromDateTime(local)) + time;
    }

    /// <summary>Such as <c>2026-09-30（周三）</c>.</summary>
    public static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $"（{Weekday(day)}）";

    /// <summary>Such as <c>08:30</c>.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>周三</c>.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>Such as <c>24 小时</c> or <c>1 小时 30 分钟</c>.</summary>
    public static string Span(TimeSpan span)
    {
        var parts = new List<string>(3);
        if (span.TotalHours >= 1) parts.Add($"{(int)span.TotalHours} 小时");
        if (span.Minutes != 0) parts.Add($"{span.Minutes} 分钟");
        if (span.Seconds != 0) parts.Add($"{span.Seconds} 秒");
        return parts.Count == 0 ? "0 分钟" : string.Join(' ', parts);
    }
}
