namespace Bpm.Domain.Calendars;

/// <summary>The State Council's arrangement of one year: what differs from the plain week.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="Holidays">Days off with the holiday's Chinese name, weekend days of the holiday included.</param>
/// <param name="Workdays">Make-up workdays (调休上班日) with the holiday that they make up for.</param>
public sealed record CalendarYear(
    int Year,
    IReadOnlyDictionary<DateOnly, string> Holidays,
    IReadOnlyDictionary<DateOnly, string> Workdays);
