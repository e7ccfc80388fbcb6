namespace Bpm.Quarter.Oracle.Time;

/// <summary>Working days of China, from the State Council's notice for 2026; other years by weekend and fixed holidays.</summary>
internal static class WorkDays
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private static readonly HashSet<DateOnly> RestDays =
    [
        .. Days(1, 1, 3), .. Days(2, 15, 23), .. Days(4, 4, 6), .. Days(5, 1, 5), .. Days(6, 19, 21), .. Days(9, 25, 27), .. Days(10, 1, 7),
    ];

    private static readonly HashSet<DateOnly> MakeUpDays =
        [new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10)];

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Shanghai).DateTime);

    public static DateTimeOffset At(DateOnly day, int hour, int minute) => new(day.ToDateTime(new TimeOnly(hour, minute)), Shanghai);

    /// <summary>17:30 of the n-th working day after a day.</summary>
    public static DateTimeOffset Close(DateOnly day, int workingDays) => At(Move(day, workingDays), 17, 30);

    /// <summary>The n-th working day after (or, negative, before) a day; zero is the day itself.</summary>
    public static DateOnly Move(DateOnly day, int workingDays)
    {
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            day = day.AddDays(Math.Sign(workingDays));
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>True when a year without a calendar was counted on the way to the due day.</summary>
    public static bool IsEstimated(DateTimeOffset start, DateTimeOffset due) => DayOf(start).AddDays(1).Year != 2026 || DayOf(due).Year != 2026;

    public static bool IsWorkingDay(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return day.Year == 2026
            ? MakeUpDays.Contains(day) || (!weekend && !RestDays.Contains(day))
            : !weekend && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (5, 2) or (10, 1) or (10, 2) or (10, 3));
    }

    private static IEnumerable<DateOnly> Days(int month, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Select(day => new DateOnly(2026, month, day));
}
