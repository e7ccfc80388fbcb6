using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Oracle.Time;

namespace Bpm.Quarter.Oracle;

/// <summary>Which recurring work of A comes on which day (A §六): the registrations that nobody makes by hand.</summary>
public static class DutyCalendar
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>Everything that must come on the days from one moment up to another, the day of the last one not included.</summary>
    public static IEnumerable<Registration> Of(DateTimeOffset from, DateTimeOffset until)
    {
        for (var day = WorkDays.DayOf(from); day < WorkDays.DayOf(until); day = day.AddDays(1))
        {
            foreach (var level in (string[])["supervisor", "deputy", "manager"])
                yield return Duty("wechat-check", new() { ["level"] = level }, WorkDays.At(day, 0, 0), WorkDays.At(day, 8, 0));
            if (!WorkDays.IsWorkingDay(day))
                continue;
            foreach (var code in Codes(day))
                yield return Duty(code, Nothing, WorkDays.At(day, 8, 30), WorkDays.At(day, 8, 30));
        }
    }

    private static IEnumerable<string> Codes(DateOnly day)
    {
        yield return "daily-follow-up-register";
        yield return "daily-overdue";
        if (WorkDays.Move(day, -1).Month == day.Month)
            yield break;
        yield return "monthly-report";
        yield return "training";
    }

    private static Registration Duty(string code, Dictionary<string, string> attributes, DateTimeOffset start, DateTimeOffset opened) =>
        new("xx-water", "duty", "", code, attributes, start, opened, "system", false, false);
}
