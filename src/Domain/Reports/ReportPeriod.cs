using Bpm.Domain.Calendars;

namespace Bpm.Domain.Reports;

/// <summary>What time one report speaks of.</summary>
/// <param name="Date">The local day that it goes by.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record ReportPeriod(DateOnly Date, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The period of the draft that is made on a day.</summary>
    public static ReportPeriod OfDraft(ReportSource source, DateOnly day, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        switch (source)
        {
            case ReportSource.FollowUps:
                var before = day.AddDays(-1);
                while (!calendar.IsWorkingDay(before))
                    before = before.AddDays(-1);
                return Of(before, before, day, calendar);
            case ReportSource.Overdue:
                return Of(day, day, day.AddDays(1), calendar);
            case ReportSource.Breaches or ReportSource.WeakReplies:
                return Of(day, Month(day).AddMonths(-1), Month(day), calendar);
            default:
                throw new ArgumentOutOfRangeException(nameof(source));
        }
    }

    /// <summary>The period that a day lies in; its draft may be yet to come.</summary>
    public static ReportPeriod Containing(ReportSource source, DateOnly day, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return source switch
        {
            ReportSource.FollowUps => OfDraft(source, calendar.NextWorkingDay(day), calendar),
            ReportSource.Overdue => OfDraft(source, day, calendar),
            _ => Of(day, Month(day), Month(day).AddMonths(1), calendar),
        };
    }

    private static DateOnly Month(DateOnly day) => new(day.Year, day.Month, 1);

    private static ReportPeriod Of(DateOnly date, DateOnly from, DateOnly to, WorkingCalendar calendar) =>
        new(date, calendar.At(from, TimeOnly.MinValue), calendar.At(to, TimeOnly.MinValue));
}
