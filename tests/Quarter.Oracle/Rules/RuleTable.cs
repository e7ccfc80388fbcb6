using static Bpm.Quarter.Oracle.Rules.Rungs;

namespace Bpm.Quarter.Oracle.Rules;

/// <summary>The table of clocks of both regulations.</summary>
internal static class RuleTable
{
    private static readonly Dictionary<string, Rule> Rules = new Rule[]
    {
        new("A-2.1a", 1, 0, L1()),
        new("A-2.1b", 1, 0, L1()),
        new("A-2.1c", 0, 1, L2("!duty", "a.supervisor")),
        new("A-2.2a", 0, 1, L2()),
        new("A-2.2b", 0, 1, L2("holder", "a.office")),
        new("A-3.3c", 0, 1, L2()),
        new("A-4.2", 0, 1, L2()),
        new("A-4.5", 0, 1, L2()),
        new("A-4.6", 0, 1, L2()),
        new("A-4.7", 0, 1, L2()),
        new("A-4.3", 24, 0, L3(to => Percent(50, to), to => BeforeDue(4, to))),
        new("A-4.4a", 0.5, 0, L3(to => Percent(50, to), to => Percent(80, to))),
        new("A-4.4b", 1, 0, L3(to => Percent(50, to), to => Percent(80, to))),
        new("A-4.4c", 24, 0, L3(to => BeforeDue(8, to), to => BeforeDue(2, to))),
        new("A-4.4d", 38, 0, L3(to => BeforeDue(8, to), to => BeforeDue(2, to))),
        new("A-4.4e", 48, 0, L3(to => BeforeDue(8, to), to => BeforeDue(2, to))),
        new("A-4.5r", 0, 5, AtDue()),
        new("A-5.1b", 0.5, 0, Percent(50, "holder"), AtDue()),
        new("A-5.5", 0.5, 0, AfterStart(15, "a.supervisor", "a.deputy"), AtDue("a.manager")),
        new("A-6.1", 24, 0, AfterStart(16 * 60, "level"), AfterStart(20 * 60, "level"), AtDue()),
        new("A-6.2a", 9, 0, AfterStart(7 * 60, "a.supervisor"), AtDue("a.manager")),
        new("A-6.2b", 9, 0, AfterStart(7 * 60, "a.supervisor"), AtDue("a.manager")),
        new("A-6.3", 0, 4, ThirdDay(), AtDue()),
        new("A-6.4", 0, 4, ThirdDay(), AtDue()),
        new("A-7.1", 2, 0, Fault()),
        new("A-7.2", 2, 0, Fault()),
        new("B-6.1a", 0.5, 0, AfterStart(20, "!duty"), AtDue("b.manager")),
        new("B-6.2.5", 72, 0, L4()),
        new("B-6.3.1a", 0, 1, DueDay(8, 30, "!duty"), DueDay(15, 30, "!duty"), AtDue("b.manager")),
        new("B-F2a", 0, 5, L5("b.discipline", oneWorkingDay: false, chairman: false)),
        new("B-F2b", 0, 1, L5("b.director", oneWorkingDay: true, chairman: true)),
        new("B-F3", 0, 2, new Rung("warning", (start, _) => Time.WorkDays.Close(Time.WorkDays.DayOf(start), 1), "b.director"), AtDue()),
        new("B-F4a", 72, 0, L5("head", oneWorkingDay: false, chairman: true)),
        new("B-F5a", 0, 1, L5("b.director", oneWorkingDay: true, chairman: true)),
        new("B-F2a.explain", 0, 1, L5("b.discipline", oneWorkingDay: true, chairman: false)),
        new("B-F6", 0, 1, DueDay(8, 30, "b.dispatcher"), AtDue("b.manager")),
        new("B-9", 0, 10, new Rung("warning", (_, due) => Time.WorkDays.Close(Time.WorkDays.DayOf(due), -2), "head"), AtDue("b.manager")),
    }.ToDictionary(rule => rule.Id);

    // The person on call, and the manager once it is due.
    private static Rung[] Fault() => [AfterStart(60, "!holder"), AfterStart(100, "!holder"), AtDue("!holder"), AfterDue(0, "a.manager")];

    // The first working day of the month counts as the first.
    private static Rung ThirdDay() => new("warning", (start, _) => Time.WorkDays.At(Time.WorkDays.Move(Time.WorkDays.DayOf(start), 2), 8, 30), "a.manager");

    public static Rule Find(string id) => Rules[id];

    /// <summary>The §四 clocks of a category, none for those that have none.</summary>
    public static IReadOnlyList<string> OfDepartment(string category, IReadOnlyDictionary<string, string> attributes) => category switch
    {
        "meter-data" => ["A-4.2"],
        "supply" => ["A-4.3"],
        "pipe-repair" => [Arrival(attributes), Repair(attributes)],
        "water-quality" => ["A-4.5"],
        "installation" => ["A-4.6"],
        "violation" => ["A-4.7"],
        _ => [],
    };

    /// <summary>On the spot: urban unless known to be suburban.</summary>
    public static string Arrival(IReadOnlyDictionary<string, string> attributes) => attributes.GetValueOrDefault("zone") == "suburban" ? "A-4.4b" : "A-4.4a";

    /// <summary>Repaired: the smallest pipe unless the diameter is known.</summary>
    public static string Repair(IReadOnlyDictionary<string, string> attributes) =>
        !attributes.TryGetValue("pipeDiameter", out var text) ? "A-4.4c"
        : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) switch { < 600 => "A-4.4c", < 800 => "A-4.4d", _ => "A-4.4e" };
}
