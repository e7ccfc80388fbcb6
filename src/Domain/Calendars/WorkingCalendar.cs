using System.Collections.Frozen;

namespace Bpm.Domain.Calendars;

/// <summary>
/// Working days of one organisation: weekends, holidays and make-up workdays in the organisation's zone. Immutable.
/// A year that is not loaded counts weekends and the fixed statutory days as days off; whoever asks must call the
/// answer an estimate (<see cref="HasYear"/>).
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<int, CalendarYear> _years;

    /// <param name="zone">Zone that decides to which day a moment belongs.</param>
    /// <param name="officeHours">Office hours, the same on every working day.</param>
    /// <param name="years">Loaded years; a later one of the same year replaces an earlier one.</param>
    public WorkingCalendar(TimeZoneInfo zone, OfficeHours officeHours, IEnumerable<CalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(years);
        Zone = zone;
        OfficeHours = officeHours;
        var byYear = new Dictionary<int, CalendarYear>();
        foreach (var year in years) byYear[year.Year] = year;
        _years = byYear.ToFrozenDictionary();
    }

    /// <summary>Zone of every local time here.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Office hours, local.</summary>
    public OfficeHours OfficeHours { get; }

    /// <summary>Loaded years, ascending.</summary>
    public IEnumerable<CalendarYear> Years => _years.Values.OrderBy(y => y.Year);

    /// <summary>Reads a calendar file such as <c>workflow-definitions/calendars/cn.json</c>.</summary>
    /// <exception cref="InvalidCalendarException">The file is not a calendar.</exception>
    public static WorkingCalendar Parse(string json) => CalendarFile.Read(json);

    /// <summary>The same calendar with a year added or replaced.</summary>
    public WorkingCalendar With(CalendarYear year) => new(Zone, OfficeHours, [.. _years.Values, year]);

    /// <summary>The same calendar with other office hours.</summary>
    public WorkingCalendar With(OfficeHours officeHours) => new(Zone, officeHours, _years.Values);

    /// <summary>Whether the year's arrangement is loaded; otherwise answers about it are estimates.</summary>
    public bool HasYear(int year) => _years.ContainsKey(year);

    /// <summary>Whether the office works on the day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        MakeUpName(day) is not null || (HolidayName(day) is null && !IsWeekend(day));

    /// <summary>Chinese name of the holiday, or null for a plain weekend or a working day.</summary>
    public string? HolidayName(DateOnly day) => _years.TryGetValue(day.Year, out var year)
        ? year.Holidays.GetValueOrDefault(day)
        : StatutoryHolidays.Name(day);

    /// <summary>Name of the holiday that this make-up workday makes up for, or null.</summary>
    public string? MakeUpName(DateOnly day) =>
        _years.TryGetValue(day.Year, out var year) ? year.Workdays.GetValueOrDefault(day) : null;

    /// <summary>First working day after the day, which itself does not count.</summary>
    public DateOnly NextWorkingDay(DateOnly day) => AddWorkingDays(day, 1);

    /// <summary>
    /// The n-th working day after (before, when negative) the day, which itself does not count and may be a day off; 0 is the day.
    /// </summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>The moment reached when only office hours count; a start outside them counts from the next opening.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public DateTimeOffset AddOfficeTime(DateTimeOffset start, TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        var day = DayOf(start);
        var from = start;
        while (true)
        {
            if (IsWorkingDay(day))
            {
                var open = At(day, OfficeHours.Open);
                var close = At(day, OfficeHours.Close);
                if (from < open) from = open;
                if (from < close || (from == close && span == TimeSpan.Zero))
                {
                    if (span <= close - from) return from + span;
                    span -= close - from;
                }
            }

            day = day.AddDays(1);
            from = At(day, TimeOnly.MinValue);
        }
    }

    /// <summary>The local calendar day of a moment.</summary>
    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The local time of a moment.</summary>
    public TimeOnly TimeOf(DateTimeOffset moment) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>The moment of a local day and time.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
