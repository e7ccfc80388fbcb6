using Bpm.Domain.Regulations;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Packs;

namespace Bpm.Mutation.Tests;

/// <summary>
/// The clocks of both regulations, row by row: when the start, the stop or the ladder of one is changed, in the rules or in a
/// definition, a scenario that expects the clock comes out otherwise.
/// </summary>
public sealed class ClockRowTests
{
    private static readonly Dictionary<string, string[]> _rows = new()
    {
        ["xx-water"] =
        [
            "A-2.1a", "A-2.1b", "A-2.1c", "A-2.2a", "A-2.2b", "A-3.3c", "A-4.2", "A-4.3", "A-4.4a", "A-4.4b", "A-4.4c", "A-4.4d", "A-4.4e", "A-4.5", "A-4.5r",
            "A-4.6", "A-4.7", "A-5.1b", "A-5.5", "A-6.1", "A-6.2a", "A-6.2b", "A-6.3", "A-6.4", "A-7.1", "A-7.2",
        ],
        ["liaocheng-water"] =
        [
            "B-6.1a", "B-6.2.5", "B-6.3.1a", "B-F2a", "B-F2a.explain", "B-F2b", "B-F3", "B-F4a", "B-F5a", "B-F6", "B-9",
        ],
    };

    // For which cases each clock is there: kinds, channels, categories, attributes, as the tables of the regulations give them.
    private static readonly Dictionary<string, string> _scopes = new()
    {
        ["A-2.1a"] = "consultation; wechat, hotline",
        ["A-2.1b"] = "complaint; wechat, hotline",
        ["A-2.1c"] = "complaint, consultation; wechat, hotline, counter",
        ["A-2.2a"] = "; mayor-mailbox, authority, media, web-post",
        ["A-2.2b"] = "; mayor-mailbox, authority, media, web-post",
        ["A-3.3c"] = "complaint, consultation",
        ["A-4.2"] = "complaint; ; meter-data",
        ["A-4.3"] = "complaint; ; supply",
        ["A-4.4a"] = "complaint; ; pipe-repair; zone",
        ["A-4.4b"] = "complaint; ; pipe-repair; zone",
        ["A-4.4c"] = "complaint; ; pipe-repair; pipeDiameter",
        ["A-4.4d"] = "complaint; ; pipe-repair; pipeDiameter",
        ["A-4.4e"] = "complaint; ; pipe-repair; pipeDiameter",
        ["A-4.5"] = "complaint; ; water-quality",
        ["A-4.5r"] = "complaint; ; water-quality",
        ["A-4.6"] = "complaint, consultation; ; installation",
        ["A-4.7"] = "complaint; ; violation",
        ["A-5.1b"] = "complaint; ; supply; issue",
        ["A-5.5"] = "complaint, consultation",
        ["A-7.1"] = "fault; ; ; system",
        ["A-7.2"] = "fault; ; ; system",
        ["B-6.2.5"] = "; ; product-quality",
        ["B-6.3.1a"] = "; ; product-quality",
        ["B-F2a"] = "; ; discipline",
        ["B-F2a.explain"] = "; ; discipline",
        ["B-F2b"] = "; ; discipline",
        ["B-F3"] = "; ; discipline",
        ["B-F4a"] = "; ; discipline",
        ["B-F5a"] = "; ; discipline",
        ["B-F6"] = "; ; discipline",
    };

    // Changes that change nothing that anybody could see, each with the reason.
    private static readonly Dictionary<string, string> _equivalent = [];

    public static TheoryData<string, string> Rows
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (organisation, rules) in _rows)
            {
                foreach (var rule in rules)
                    data.Add(organisation, rule);
            }

            return data;
        }
    }

    [Fact]
    public void Rows_AreTheRulesOfBothRegulations()
    {
        foreach (var reading in ShippedPacks.Readings)
            reading.Pack!.Rules.Rules.Select(r => r.Id).Order(StringComparer.Ordinal).ShouldBe(_rows[reading.Folder].Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Start_Changed_IsNoticed(string organisation, string rule)
    {
        var starts = Clocks(organisation, rule, StartClockActivity.TypeName).ToArray();
        starts.ShouldNotBeEmpty("no scenario expects the clock to start");
        var unnoticed = starts.SelectMany(at => new[] { at.Mutator.Bypassed(at.Id, "Done") }.Concat(Froms(at))
                .Where(mutant => at.Trial.JudgeByScenarios(mutant, page => Expects(page, rule)) is null).Select(mutant => $"{at.Definition}: {mutant}"))
            .Concat(Unnoticed(organisation, rule, m => m.Durations().Concat(m.Conditions().Where(c => c.Rules is not null && Scope(c.Rules, rule) == _scopes.GetValueOrDefault(rule, "")))));
        ShouldBeNone(rule, unnoticed);
        Scope(ShippedPacks.Of(organisation).Rules, rule).ShouldBe(_scopes.GetValueOrDefault(rule, ""));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Stop_Changed_IsNoticed(string organisation, string rule)
    {
        var stops = Clocks(organisation, rule, StopClockActivity.TypeName).ToArray();
        stops.ShouldNotBeEmpty("no scenario expects the clock to stop");
        var unnoticed = stops.SelectMany(at => new[] { at.Mutator.Bypassed(at.Id, "Done") }.Concat(at.Mutator.Moved(at.Id))
            .Where(mutant => at.Trial.JudgeByScenarios(mutant, page => Expects(page, rule)) is null).Select(mutant => $"{at.Definition}: {mutant}"));
        ShouldBeNone(rule, unnoticed);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Ladder_Changed_IsNoticed(string organisation, string rule) => ShouldBeNone(rule, Unnoticed(organisation, rule, m => m.Ladder()));

    private static string Scope(RuleSet rules, string rule) => rules.Find(rule)!.When is var when
        ? $"{List(when.Kind)}; {List(when.Channel)}; {List(when.Category)}; {List([.. when.Attributes.Select(a => a.Attribute)])}".TrimEnd(' ', ';')
        : "";

    private static string List(IReadOnlyList<string>? values) => string.Join(", ", values ?? []);

    private static void ShouldBeNone(string rule, IEnumerable<string> unnoticed) =>
        unnoticed.Select(what => rule + ": " + what).Except(_equivalent.Keys).Order(StringComparer.Ordinal).ToArray().ShouldBeEmpty();

    private static IEnumerable<string> Unnoticed(string organisation, string rule, Func<RuleMutator, IEnumerable<RuleMutant>> mutants)
    {
        var book = ScenarioBook.Of(organisation);
        var mutator = new RuleMutator(File.ReadAllText(Path.Combine(ShippedPacks.Root, organisation, "rules.json")), rule);
        foreach (var mutant in mutants(mutator).Where(m => m.Rules is not null && m.Rules.Check().Count == 0))
        {
            var pack = book.Pack with { Rules = mutant.Rules! };
            if (!book.Pages.Where(p => p.Passed.Count > 0 && Expects(p, rule)).Any(page => book.Notices(page, pack, id => ShippedPacks.Graph(book.Pack, id))))
                yield return mutant.What;
        }
    }

    private static IEnumerable<Mutant> Froms(Place at) =>
        new[] { "now", "receipt" }.Where(from => from != at.From).Select(from => at.Mutator.Changed("from", at.Id, "from", from));

    private static bool Expects(ScenarioBook.Page page, string rule) => page.Scenario.Expect.Clocks.Any(c => c.Rule == rule);

    /// <summary>Activities of a type for a rule: those that name it; and, where a scenario that expects the clock passes them, those that name one of its group or get it from a caller.</summary>
    private static IEnumerable<Place> Clocks(string organisation, string ruleId, string type)
    {
        var book = ScenarioBook.Of(organisation);
        var rules = book.Pack.Rules;
        var rule = rules.Find(ruleId)!;
        foreach (var definition in book.Pack.Definitions)
        {
            var mutator = new Mutator(definition);
            foreach (var (id, written, from) in mutator.ClocksOf(type))
            {
                var named = Named(book.Pack, definition, written).Select(rules.Find).OfType<ClockRule>().ToArray();
                var own = named.Contains(rule);
                if (!own && (rule.Group is null || named.All(r => r.Group != rule.Group)))
                    continue;
                if (own && written == ruleId || book.Through(definition.DefinitionId, id).Any(page => Expects(page, ruleId)))
                    yield return new(definition.DefinitionId, id, from, mutator, new Trial(book, definition));
            }
        }
    }

    /// <summary>Articles that an expression can mean: the one it is, those that stand in a script, those that callers pass in.</summary>
    private static IEnumerable<string> Named(Pack pack, WorkflowDefinition definition, string written) => written.Contains("getInput(", StringComparison.Ordinal)
        ? pack.Definitions.SelectMany(caller => new Mutator(caller).InputsFor(definition.DefinitionId).SelectMany(input => Named(pack, caller, input)))
        : written.Split('\'');

    private sealed record Place(string Definition, string Id, string From, Mutator Mutator, Trial Trial);
}
