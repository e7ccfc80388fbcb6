using Bpm.Domain.Calendars;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Clocks;

/// <summary>Says in Chinese how a due time came about, so that staff can check it by hand.</summary>
internal static class ClockExplanation
{
    public static string Write(ClockRule rule, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar, bool capped)
    {
        var text = new List<string>();
        text.Add($"依据 {rule.Article}（{rule.Id} {rule.Name}），时限 {rule.Duration.Text}{(rule.IsTarget ? "（目标值，制度未规定数字）" : "")}。");
        if (ClockPlanner.UsesCalendar(rule.Kind)) WorkingTime(text, rule, start, due, calendar);
        else if (rule.Kind == ClockKind.CalendarDay) CalendarDay(text, rule, start, calendar);
        else Wall(text, rule, start, due, calendar, capped);
        if (rule.Hint is not null) text.Add(rule.Hint);
        return string.Concat(text);
    }

    private static void Wall(List<string> text, ClockRule rule, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar, bool capped)
    {
        text.Add($"从 {LocalText.Moment(start, calendar.Zone)} 起 {rule.Duration.Text}，不分昼夜和节假日，");
        if (capped) text.Add("但不超过本班次结束，");
        text.Add($"到 {LocalText.Moment(due, calendar.Zone)} 到期。");
    }

    private static void CalendarDay(List<string> text, ClockRule rule, DateTimeOffset start, WorkingCalendar calendar)
    {
        var last = calendar.DayOf(start).AddDays(rule.Duration.CalendarDays!.Value - 1);
        text.Add($"自 {LocalText.Moment(start, calendar.Zone)} 起，当日计入，不分工作日和节假日，到 {LocalText.Day(last)}24:00 到期。");
    }

    private static void WorkingTime(List<string> text, ClockRule rule, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar)
    {
        var from = calendar.DayOf(start);
        var to = calendar.DayOf(due);
        var officeTime = ClockPlanner.CountsOfficeTime(rule);
        text.Add($"自 {LocalText.Moment(start, calendar.Zone)} 起算，");
        text.Add(officeTime ? $"只计工作时间 {LocalText.Time(calendar.OfficeHours.Open)}—{LocalText.Time(calendar.OfficeHours.Close)}；"
            : rule.Duration.WorkingDays == 0 ? "当日下班前；" : "当日不计；");
        SkippedDays(text, officeTime ? from : from.AddDays(1), to, calendar);
        if (!officeTime && rule.Duration.WorkingDays > 0)
            text.Add($"第 {rule.Duration.WorkingDays} 个工作日为 {LocalText.Day(to)}；");
        text.Add($"到 {LocalText.Moment(due, calendar.Zone)} 到期。");
        foreach (var year in ClockPlanner.MissingYears(rule, start, due, calendar))
            text.Add($"{year} 年的工作日历尚未导入，该年只按周末和法定固定假日推算，到期时间为估算。");
    }

    private static void SkippedDays(List<string> text, DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        for (var day = from; day <= to;)
        {
            if (calendar.MakeUpName(day) is { } makeUp)
            {
                text.Add($"{Short(day)}（{LocalText.Weekday(day)}）为{makeUp}调休上班日，计入；");
                day = day.AddDays(1);
                continue;
            }

            var label = Rest(day, calendar);
            if (label is null)
            {
                day = day.AddDays(1);
                continue;
            }

            var last = day;
            while (last < to && Rest(last.AddDays(1), calendar) == label) last = last.AddDays(1);
            text.Add(last == day ? $"跳过 {Short(day)}（{label}）；" : $"跳过 {Short(day)} 至 {Short(last)}（{label}，{last.DayNumber - day.DayNumber + 1} 天）；");
            day = last.AddDays(1);
        }
    }

    private static string? Rest(DateOnly day, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(day) ? null : calendar.HolidayName(day) ?? "周末";

    private static string Short(DateOnly day) => $"{day.Month} 月 {day.Day} 日";
}
