using Bpm.Domain.Calendars;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Clocks;

/// <summary>
/// Computes when a rule's clock is due, why, and who hears when. Pure.
/// Where the regulation's table of ladders leaves room: "+1 working day" without a time of day is office close of that day;
/// no rung is dropped, one that would lie before the start comes at the start, a warning never comes after the due time;
/// what is listed daily "until stopped" is a report over breached clocks and not a threshold.
/// </summary>
public static class ClockPlanner
{
    /// <summary>The plan of a rule for a start.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="start">Start; seconds count for spans, the local day for working days.</param>
    /// <param name="calendar">The organisation's calendar; its zone is the zone of all local times.</param>
    /// <param name="shiftEnd">End of the shift in which the start lies; used only by a rule that is capped at the shift's end.</param>
    public static ClockPlan Plan(ClockRule rule, DateTimeOffset start, WorkingCalendar calendar, DateTimeOffset? shiftEnd = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(calendar);
        var capped = false;
        var due = DueAt(rule, start, calendar);
        if (rule.CapAtShiftEnd && shiftEnd > start && shiftEnd < due)
        {
            due = shiftEnd.Value;
            capped = true;
        }

        var estimated = MissingYears(rule, start, due, calendar).Any();
        return new ClockPlan(
            start,
            due,
            estimated,
            ClockExplanation.Write(rule, start, due, calendar, capped),
            ThresholdPlan.Of(rule, start, due, calendar),
            calendar.Zone.Id);
    }

    /// <summary>True where a limit of this kind depends on which days are worked.</summary>
    public static bool UsesCalendar(ClockKind kind) => kind is ClockKind.WorkingDay or ClockKind.WorkingHours;

    internal static bool CountsOfficeTime(ClockRule rule) =>
        rule.Kind == ClockKind.WorkingHours || (rule.Kind == ClockKind.WorkingDay && rule.Reading == Reading.WorkingHours);

    /// <summary>Years whose days were counted although their calendar is not loaded.</summary>
    internal static IEnumerable<int> MissingYears(ClockRule rule, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar)
    {
        if (!UsesCalendar(rule.Kind)) return [];
        var startDay = calendar.DayOf(start);
        var first = CountsOfficeTime(rule) ? startDay.Year : startDay.AddDays(1).Year;
        var last = calendar.DayOf(due).Year;
        return Enumerable.Range(Math.Min(first, last), Math.Max(0, last - first) + 1).Where(y => !calendar.HasYear(y));
    }

    private static DateTimeOffset DueAt(ClockRule rule, DateTimeOffset start, WorkingCalendar calendar) => rule.Kind switch
    {
        ClockKind.Wall or ClockKind.Shift => start + rule.Duration.Span!.Value,
        ClockKind.CalendarDay => calendar.At(calendar.DayOf(start).AddDays(rule.Duration.CalendarDays!.Value), TimeOnly.MinValue),
        ClockKind.WorkingHours => calendar.AddOfficeTime(start, OfficeSpan(rule, calendar)),
        ClockKind.WorkingDay => rule.Reading switch
        {
            Reading.EndOfNextWorkingDay => LastDay(rule, start, calendar, calendar.OfficeHours.Close),
            Reading.SameTimeNextWorkingDay => LastDay(rule, start, calendar, calendar.TimeOf(start)),
            Reading.WorkingHours => calendar.AddOfficeTime(start, OfficeSpan(rule, calendar)),
        },
    };

    private static DateTimeOffset LastDay(ClockRule rule, DateTimeOffset start, WorkingCalendar calendar, TimeOnly time)
    {
        var day = calendar.DayOf(start);
        var days = rule.Duration.WorkingDays!.Value;

        // "The same working day" asks for a day on which there is office time left.
        if (days == 0 && (!calendar.IsWorkingDay(day) || start > calendar.At(day, calendar.OfficeHours.Close))) days = 1;
        return calendar.At(calendar.AddWorkingDays(day, days), time);
    }

    private static TimeSpan OfficeSpan(ClockRule rule, WorkingCalendar calendar) =>
        rule.Duration.Span ?? (calendar.OfficeHours.Length * rule.Duration.WorkingDays!.Value);
}
