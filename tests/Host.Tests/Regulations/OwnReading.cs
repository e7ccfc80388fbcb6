using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Regulations;

/// <summary>The regulations' clocks computed a second time, straight from the files and without any class of the product.</summary>
public sealed class OwnReading
{
    private static readonly TimeSpan _shanghai = TimeSpan.FromHours(8);
    private readonly Dictionary<int, (HashSet<DateOnly> Holidays, HashSet<DateOnly> Workdays)> _years = [];
    private readonly Dictionary<string, JsonNode> _clocks = [];

    public OwnReading()
    {
        foreach (var (year, days) in Parse("calendars", "cn.json")["years"]!.AsObject())
            _years.Add(int.Parse(year, CultureInfo.InvariantCulture), (Days(days!["holidays"]!), Days(days["workdays"]!)));
        foreach (var organisation in (string[])["xx-water", "liaocheng-water"])
        {
            foreach (var clock in Parse(organisation, "rules.json")["clocks"]!.AsArray())
                _clocks.Add(Read.Text(clock!["id"]), clock);
        }
    }

    /// <summary>Every holiday of every year, in order.</summary>
    public IReadOnlyList<DateOnly> Holidays => [.. _years.Values.SelectMany(year => year.Holidays).Order()];

    /// <summary>Whether a rule applies to such a registration.</summary>
    public bool Applies(string rule, string kind, string channel, string category) =>
        _clocks[rule]["when"] is not { } when || (Holds(when["kind"], kind) && Holds(when["channel"], channel) && Holds(when["category"], category));

    /// <summary>When a clock of a rule is due that starts then, and whether a year was missing for it.</summary>
    public (DateTimeOffset DueAt, bool Estimated) Due(string rule, DateTimeOffset start)
    {
        var duration = Read.Text(_clocks[rule]["duration"]);
        if (duration.StartsWith("PT", StringComparison.Ordinal))
        {
            var amount = int.Parse(duration[2..^1], CultureInfo.InvariantCulture);
            return (start + (duration[^1] == 'H' ? TimeSpan.FromHours(amount) : TimeSpan.FromMinutes(amount)), false);
        }

        var day = DateOnly.FromDateTime(start.ToOffset(_shanghai).DateTime);
        var estimated = false;
        for (var left = int.Parse(duration[1..^2], CultureInfo.InvariantCulture); left > 0;)
        {
            day = day.AddDays(1);
            estimated |= !_years.ContainsKey(day.Year);
            if (IsWorkingDay(day))
                left--;
        }

        return (new DateTimeOffset(day, new TimeOnly(17, 30), _shanghai), estimated);
    }

    private bool IsWorkingDay(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (_years.TryGetValue(day.Year, out var year))
            return year.Workdays.Contains(day) || (!weekend && !year.Holidays.Contains(day));
        return !weekend && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (5, 2) or (10, 1) or (10, 2) or (10, 3));
    }

    private static bool Holds(JsonNode? list, string value) => list is null || Read.Texts(list).Contains(value);

    private static HashSet<DateOnly> Days(JsonNode days) => [.. days.AsObject().Select(day => DateOnly.ParseExact(day.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static JsonNode Parse(string folder, string file) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("workflow-definitions", folder, file)))!;
}
