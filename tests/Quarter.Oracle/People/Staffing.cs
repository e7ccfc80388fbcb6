using Bpm.Quarter.Oracle.Time;

namespace Bpm.Quarter.Oracle.People;

/// <summary>Who is who in the two companies (design, section 6), and who is on the hotline when.</summary>
internal static class Staffing
{
    private static readonly Dictionary<string, string> HeadsOfA = new()
    {
        ["hotline"] = "a.supervisor", ["meter"] = "a.meter", ["network"] = "a.network.manager", ["quality"] = "a.quality",
        ["engineering"] = "a.engineering", ["inspection"] = "a.inspection", ["office"] = "a.office", ["it"] = "a.it", ["tech"] = "a.tech",
    };

    private static readonly Dictionary<string, string> HeadsOfB = new() { ["unit1"] = "b.unit1", ["unit2"] = "b.unit2", ["discipline"] = "b.director" };

    /// <summary>Head of a department, or null.</summary>
    public static string? Head(string organisation, string? department) =>
        department is null ? null : (organisation == "xx-water" ? HeadsOfA : HeadsOfB).GetValueOrDefault(department);

    /// <summary>The agent on duty: A has three shifts a day and two agents in turn since 2023-04-16, B one agent.</summary>
    public static string OnDuty(string organisation, DateTimeOffset at)
    {
        if (organisation != "xx-water")
            return "b.hotline";
        var local = at.ToOffset(TimeSpan.FromHours(8));
        var shift = ((WorkDays.DayOf(at).DayNumber - new DateOnly(2023, 4, 16).DayNumber) * 3) + (local.Hour / 8);
        return shift % 2 == 0 ? "a.hotline" : "a.hotline2";
    }

    /// <summary>When a notice that is raised then may reach somebody: 21:00 to 07:30 waits for 08:00.</summary>
    public static DateTimeOffset Delivery(DateTimeOffset raised, bool alsoAtNight)
    {
        if (alsoAtNight)
            return raised;
        var local = raised.ToOffset(TimeSpan.FromHours(8));
        var day = DateOnly.FromDateTime(local.DateTime);
        if (local.TimeOfDay >= TimeSpan.FromHours(21))
            return WorkDays.At(day.AddDays(1), 8, 0);
        return local.TimeOfDay < new TimeSpan(7, 30, 0) ? WorkDays.At(day, 8, 0) : raised;
    }
}
