using Bpm.Domain.Calendars;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Clocks;

/// <summary>
/// Puts a rule's rungs on the time line. No text drops a rung: one that would lie before the start comes at the start, and a
/// warning that would lie after the due time comes at the due time. Rungs of one moment keep the ladder's order.
/// </summary>
internal static class ThresholdPlan
{
    public static IReadOnlyList<ClockThreshold> Of(ClockRule rule, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar) =>
        [.. rule.Rungs
            .Select(r => new ClockThreshold(r.Name, r.Kind, Place(r, start, due, calendar), r.Recipients, r.AlsoAtNight))
            .OrderBy(t => t.At).ThenBy(t => t.Kind)];

    private static DateTimeOffset Place(LadderRung rung, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar)
    {
        var at = Moment(rung.At, start, due, calendar);
        return rung.Kind switch
        {
            ThresholdKind.Warn => at < start ? start : at > due ? due : at,
            ThresholdKind.Due => due,
            ThresholdKind.Escalate => at < due ? due : at,
        };
    }

    private static DateTimeOffset Moment(RungTime rung, DateTimeOffset start, DateTimeOffset due, WorkingCalendar calendar)
    {
        if (rung.Percent is { } percent) return start + ((due - start) * percent / 100);
        var from = (rung.FromStart ? start : due) + rung.Offset;
        if (rung.WorkingDays == 0 && rung.TimeOfDay is null) return from;

        // A due time of 24:00 belongs to the day that it ends.
        var day = calendar.DayOf(rung.FromStart ? from : from.AddTicks(-1));
        var time = rung.TimeOfDay ?? calendar.OfficeHours.Close;
        return calendar.At(calendar.AddWorkingDays(day, rung.WorkingDays), time);
    }
}
