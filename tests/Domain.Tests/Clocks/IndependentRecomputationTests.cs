using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bpm.Domain.Clocks;
using Bpm.Domain.Tests.Regulations;

namespace Bpm.Domain.Tests.Clocks;

/// <summary>
/// 500 random pairs of rule and start, computed a second time straight from the data files with plain local times and none of
/// the product's classes. The seed is fixed: a failure can be repeated.
/// </summary>
public sealed class IndependentRecomputationTests
{
    private static readonly JsonElement[] Files =
        [JsonDocument.Parse(Shipped.XxJson).RootElement, JsonDocument.Parse(Shipped.LiaochengJson).RootElement];

    private static readonly JsonElement Years = JsonDocument.Parse(Shipped.CalendarJson).RootElement.GetProperty("years");

    [Fact]
    public void Plan_RandomRulesAndStarts_MatchesThePlainRecomputation()
    {
        var random = new Random(20261121);
        var rules = Files.SelectMany(f => f.GetProperty("clocks").EnumerateArray().Select(c => (File: f, Clock: c))).ToArray();
        for (var i = 0; i < 500; i++)
        {
            var (file, clock) = rules[random.Next(rules.Length)];
            var id = clock.GetProperty("id").GetString()!;
            var start = new DateTime(2023, 1, 1).AddMinutes(random.Next(4 * 365 * 1440 + 60 * 1440));
            var plan = ClockPlanner.Plan(Shipped.Rule(id), new DateTimeOffset(start, TimeSpan.FromHours(8)), Shipped.Calendar);
            var due = Due(clock, start);
            var label = $"{id} from {start:yyyy-MM-dd HH:mm}";
            Local(plan.DueAt).ShouldBe(due, label);
            plan.Estimated.ShouldBe(clock.GetProperty("kind").GetString() == "workingDay" && due.Year > 2026, label);
            plan.Thresholds.Select(t => $"{Local(t.At):yyyy-MM-dd HH:mm:ss} {t.Rung} {string.Join(',', t.Recipients)}").Order(StringComparer.Ordinal)
                .ShouldBe(Rungs(file, clock, start, due).Order(StringComparer.Ordinal), label);
        }
    }

    private static DateTime Local(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).DateTime;

    private static bool Works(DateTime day)
    {
        var key = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!Years.TryGetProperty(key[..4], out var year))
            return !weekend && key[5..] is not ("01-01" or "05-01" or "05-02" or "10-01" or "10-02" or "10-03");
        if (year.GetProperty("workdays").TryGetProperty(key, out _)) return true;
        return !weekend && !year.GetProperty("holidays").TryGetProperty(key, out _);
    }

    private static DateTime Days(DateTime day, int n)
    {
        for (day = day.Date; n != 0; n -= Works(day) ? Math.Sign(n) : 0) day = day.AddDays(Math.Sign(n));
        return day;
    }

    private static DateTime Due(JsonElement clock, DateTime start)
    {
        var duration = clock.GetProperty("duration").GetString()!;
        var n = int.Parse(Regex.Match(duration, "[0-9]+").Value, CultureInfo.InvariantCulture);
        if (n == 0) return Works(start) && start.TimeOfDay <= TimeSpan.FromHours(17.5) ? start.Date.AddHours(17.5) : Days(start, 1).AddHours(17.5);
        if (duration.EndsWith("WD", StringComparison.Ordinal)) return Days(start, n).AddHours(17.5);
        if (duration.EndsWith('D')) return start.Date.AddDays(n);
        return duration.EndsWith('H') ? start.AddHours(n) : start.AddMinutes(n);
    }

    private static IEnumerable<string> Rungs(JsonElement file, JsonElement clock, DateTime start, DateTime due)
    {
        var ladder = clock.TryGetProperty("ladder", out var name)
            ? file.GetProperty("ladders").GetProperty(name.GetString()!).GetProperty("rungs").EnumerateArray().ToList() : [];
        if (clock.TryGetProperty("warn", out var warn))
            ladder = [.. warn.EnumerateArray(), .. ladder.Where(r => r.GetProperty("kind").GetString() != "warn")];
        if (clock.TryGetProperty("rungs", out var own)) ladder.AddRange(own.EnumerateArray());
        foreach (var rung in ladder)
        {
            var at = rung.GetProperty("at").GetString()!;
            if (rung.TryGetProperty("atFor", out var atFor) && atFor.TryGetProperty(clock.GetProperty("duration").GetString()!, out var special))
                at = special.GetString()!;
            var to = rung.GetProperty("to").EnumerateArray().Select(t => Substitute(clock, t.GetString()!)).Distinct();
            var moment = Moment(at, start, due);
            if (rung.GetProperty("kind").GetString() == "warn") moment = moment < start ? start : moment > due ? due : moment;
            yield return $"{moment:yyyy-MM-dd HH:mm:ss} {rung.GetProperty("rung").GetString()} {string.Join(',', to)}";
        }
    }

    private static string Substitute(JsonElement clock, string to) =>
        clock.TryGetProperty("substitute", out var map) && map.TryGetProperty(to, out var other) ? other.GetString()! : to;

    private static DateTime Moment(string at, DateTime start, DateTime due)
    {
        if (at.EndsWith('%')) return start + ((due - start) * int.Parse(at[..^1], CultureInfo.InvariantCulture) / 100);
        var words = at.Split(' ');
        var moment = at.StartsWith("start", StringComparison.Ordinal) ? start : due;
        var shift = Regex.Match(words[0], "([+-][0-9]+)(m|h|WD)");
        var n = shift.Success ? int.Parse(shift.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (shift.Groups[2].Value == "m") moment = moment.AddMinutes(n);
        if (shift.Groups[2].Value == "h") moment = moment.AddHours(n);
        var day = moment.TimeOfDay == TimeSpan.Zero && moment == due ? moment.AddDays(-1) : moment.Date;
        if (shift.Groups[2].Value == "WD") moment = Days(day, n).AddHours(17.5);
        if (words.Length == 2) moment = (shift.Groups[2].Value == "WD" ? moment : day).Date + TimeSpan.Parse(words[1], CultureInfo.InvariantCulture);
        return moment;
    }
}
