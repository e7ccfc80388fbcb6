using Bpm.Domain.Calendars;

namespace Bpm.Domain.Regulations;

/// <summary>On which days a duty comes back, and from when its clock counts.</summary>
/// <param name="Period">How often.</param>
/// <param name="At">Local time of day at which its clock starts.</param>
public sealed record Recurrence(RecurrencePeriod Period, TimeOnly At)
{
    /// <summary>The first start after a moment.</summary>
    public DateTimeOffset Next(DateTimeOffset after, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var day = calendar.DayOf(after);
        while (!Falls(day, calendar) || calendar.At(day, At) <= after) day = day.AddDays(1);
        return calendar.At(day, At);
    }

    /// <summary>Whether the duty comes on a local day.</summary>
    public bool Falls(DateOnly day, WorkingCalendar calendar) => Period switch
    {
        RecurrencePeriod.EveryDay => true,
        RecurrencePeriod.EveryWorkingDay => calendar.IsWorkingDay(day),
        RecurrencePeriod.FirstWorkingDayOfMonth => calendar.NextWorkingDay(new DateOnly(day.Year, day.Month, 1).AddDays(-1)) == day,
    };
}
