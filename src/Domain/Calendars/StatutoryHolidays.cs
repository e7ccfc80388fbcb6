namespace Bpm.Domain.Calendars;

/// <summary>
/// The fixed days off that are certain before the State Council's notice of a year is out.
/// Everything else about such a year is an estimate.
/// </summary>
internal static class StatutoryHolidays
{
    public static string? Name(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "元旦",
        (5, 1 or 2) => "劳动节",
        (10, >= 1 and <= 3) => "国庆节",
        _ => null,
    };
}
