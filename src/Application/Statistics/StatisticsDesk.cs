using System.Globalization;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Installation;
using Bpm.Application.Reports;
using Bpm.Domain.Organisation;

namespace Bpm.Application.Statistics;

/// <summary>Turns what a request asks for into a scope of cases that the caller may read, and codes into names.</summary>
public sealed class StatisticsDesk(Caller caller, OrganisationRegistry organisations, BusinessClock clock)
{
    /// <summary>How a month is written.</summary>
    public const string MonthFormat = "yyyy-MM";

    /// <summary>The caller's organisation.</summary>
    public OrganisationDirectory Home => caller.Home;

    /// <summary>Today, local.</summary>
    public DateOnly Today => Installed.Calendar.DayOf(clock.GetUtcNow());

    /// <summary>The zone in which moments are shown.</summary>
    public TimeZoneInfo Zone => Installed.Calendar.Zone;

    private Installed Installed => organisations.Of(caller.Member.Organisation);

    /// <summary>First and last day of a period; the running month where nothing is asked for.</summary>
    public (DateOnly First, DateOnly Last) Days(string? from, string? to)
    {
        var first = from is null ? new DateOnly(Today.Year, Today.Month, 1) : DayRange.Day(from);
        return (first, to is not null ? DayRange.Day(to) : from is null ? first.AddMonths(1).AddDays(-1) : first);
    }

    /// <summary>The cases received on these days that the caller may read.</summary>
    /// <param name="last">Inclusive.</param>
    public StatisticsScope Scope(DateOnly first, DateOnly last)
    {
        var keys = caller.Home.KeysOf(caller.Member.UserName);
        var profile = caller.Home.Profile;
        return new(
            caller.Member.Organisation, At(first), At(last.AddDays(1)),
            [.. profile.Access.Where(rule => rule.Value.Readers.Any(keys.Contains)).Select(rule => rule.Key.ToString())],
            caller.Member.UserName, [.. Months(first, last).Skip(1).Select(At)], profile.Statistics.ResponseRules, profile.Statistics.ResolvedEndings);
    }

    /// <summary>First days of the months that the days touch.</summary>
    public static IReadOnlyList<DateOnly> Months(DateOnly first, DateOnly last)
    {
        List<DateOnly> months = [];
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
            months.Add(month);
        return months;
    }

    /// <summary>A month as text.</summary>
    public static string Text(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>Name of a department; cases may have none yet.</summary>
    public string Department(string? code) => string.IsNullOrEmpty(code) ? "未转部门" : caller.Home.Department(code)?.Name ?? code;

    /// <summary>Name of a category.</summary>
    public string Category(string code) => caller.Home.Profile.Categories.GetValueOrDefault(code)?.Name ?? code;

    /// <summary>Name of a channel.</summary>
    public string Channel(string code) => caller.Home.Profile.Channels.GetValueOrDefault(code)?.Name ?? code;

    private DateTimeOffset At(DateOnly day) => Installed.Calendar.At(day, TimeOnly.MinValue);
}
