using System.Globalization;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;

namespace Bpm.Application.Administration.Rules;

/// <summary>Thresholds in words and in their written form.</summary>
internal static class RungTexts
{
    public static string Write(RungTime time)
    {
        if (time.Percent is { } percent)
            return $"{percent}%";
        var text = time.FromStart ? "start" : "due";
        if (time.WorkingDays != 0)
            text += $"{Sign(time.WorkingDays)}{Math.Abs(time.WorkingDays)}WD";
        else if (time.Offset != TimeSpan.Zero)
            text += Sign(time.Offset.Ticks) + (time.Offset.Duration().Minutes == 0 ? $"{(int)time.Offset.Duration().TotalHours}h" : $"{(int)time.Offset.Duration().TotalMinutes}m");
        return time.TimeOfDay is { } at ? text + at.ToString(" HH:mm", CultureInfo.InvariantCulture) : text;
    }

    // In hours: 48 hours are not two calendar days.
    public static string Write(ClockDuration duration)
    {
        if (duration.Span is not { } span)
            return duration.ToString();
        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        return "PT" + (hours > 0 ? $"{hours}H" : "") + (minutes > 0 ? $"{minutes}M" : "");
    }

    public static string Text(RungTime time)
    {
        if (time.Percent is { } percent)
            return $"时限过去 {percent}%";
        var from = time.FromStart ? "起算" : "到期";
        var at = time.TimeOfDay?.ToString(" HH:mm", CultureInfo.InvariantCulture) ?? "";
        if (time.WorkingDays != 0)
            return $"{from}{(time.WorkingDays > 0 ? "后" : "前")}第 {Math.Abs(time.WorkingDays)} 个工作日{at}";
        if (time.Offset != TimeSpan.Zero)
            return $"{from}{(time.Offset > TimeSpan.Zero ? "后" : "前")} {Span(time.Offset.Duration())}";
        return time.TimeOfDay is null ? $"{from}时" : $"{from}当天{at}";
    }

    public static string Recipient(string token, OrganisationDirectory directory) => token switch
    {
        "holder" => "办理人",
        "owner" => "责任人",
        "head" => "部门负责人",
        "leader" => "分管负责人",
        _ when Keys.TrySplit(token, out var kind, out var value) => kind switch
        {
            "duty" => $"当班：{directory.Rosters.FirstOrDefault(roster => roster.Code == value)?.Name}",
            "role" => directory.Profile.Roles.GetValueOrDefault(value)?.Name ?? value,
            "dept" => directory.Department(value)?.Name ?? value,
            "head" => $"{directory.Department(value)?.Name}负责人",
            "leader" => $"{directory.Department(value)?.Name}分管负责人",
            _ => directory.DisplayName(value),
        },
        _ => token,
    };

    private static string Sign(long value) => value < 0 ? "-" : "+";

    private static string Span(TimeSpan span) => span.Minutes == 0 ? $"{(int)span.TotalHours} 小时" : $"{(int)span.TotalMinutes} 分钟";
}
