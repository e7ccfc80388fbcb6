namespace Bpm.Application.Administration.Calendars;

/// <summary>One year of the organisation's calendar.</summary>
/// <param name="IsLoaded">False: the arrangement is unknown, weekends and the certain holidays count, due times are estimates.</param>
/// <param name="Days">What differs from the plain week, in order.</param>
/// <param name="Years">Loaded years, ascending.</param>
/// <param name="Revision">Of the calendar's document.</param>
public sealed record CalendarView(int Year, bool IsLoaded, IReadOnlyList<CalendarView.SpecialDay> Days, IReadOnlyList<int> Years, long Revision)
{
    /// <summary>A day off, or a make-up workday.</summary>
    /// <param name="IsWorkday">A make-up workday.</param>
    /// <param name="Name">Holiday that it is, or that it makes up for.</param>
    public sealed record SpecialDay(DateOnly Date, bool IsWorkday, string Name);
}
