using Bpm.Quarter.Oracle;
using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Tests.Comparison;
using Bpm.Quarter.Tests.Simulation;

namespace Bpm.Quarter.Tests;

/// <summary>A quarter of 3,000 cases through the whole product, compared case by case with a recomputation that knows the regulations' text only.</summary>
public sealed class QuarterTests(PlayedQuarter quarter, ITestOutputHelper output) : IClassFixture<PlayedQuarter>
{
    private static readonly Dictionary<string, Registration> Duties = DutyCalendar.Of(SimulatedQuarter.FirstDuties, SimulatedQuarter.End).ToDictionary(Key);
    private static readonly int Shown = PlayedQuarter.Setting("BPM_QUARTER_SHOWN") ?? 12;

    [Fact]
    public void Cases_OfTheQuarter_EqualTheRecomputation()
    {
        output.WriteLine(quarter.Summary);
        var compared = (Clocks: 0, Notices: 0, Closed: 0);
        var wrong = new List<string>();
        foreach (var played in quarter.Cases)
        {
            var expected = Recomputation.Of(Known(played.Log), SimulatedQuarter.End);
            compared = (compared.Clocks + expected.Clocks.Count, compared.Notices + expected.Notices.Count, compared.Closed + (expected.Ending is null ? 0 : 1));
            if (Difference.Of(Countable(played, expected), Countable(played, played.Actual)) is { Count: > 0 } differences)
                wrong.Add($"seed {played.Seed} " + Difference.Tell(played.Log, differences));
        }

        output.WriteLine($"compared {compared.Clocks} clocks, {compared.Notices} notices, {compared.Closed} ends");
        wrong.Count.ShouldBe(0, $"{wrong.Count} of {quarter.Cases.Count} cases differ:\n{string.Join('\n', wrong.Take(Shown))}");
    }

    [Fact]
    public void Duties_OfTheQuarter_AreThoseOfTheCalendar() =>
        quarter.Cases.Where(played => played.Log.Registration.Kind == "duty").Select(played => $"{played.Seed} {Key(played.Log.Registration)}").Order(StringComparer.Ordinal)
            .ShouldBe(PlayedQuarter.Seeds.SelectMany(seed => Duties.Keys.Select(key => $"{seed} {key}")).Order(StringComparer.Ordinal));

    [Fact]
    public void Cases_OfTheQuarter_AreNeverStuckToldTwiceOrFaulted() =>
        quarter.Cases.Where(played => played.Faults.Count > 0).Select(played => $"seed {played.Seed} " + Difference.Tell(played.Log, played.Faults)).Take(Shown).ShouldBeEmpty();

    [Fact]
    public void Deeds_OfTheQuarter_AreNeverRefused() =>
        quarter.Refusals.Take(Shown).ShouldBeEmpty($"{quarter.Refusals.Count} refused");

    // A letter's calls to its departments cannot be told apart: who is not rung up before the information came is not rung up any more.
    private static CaseFinding Countable(PlayedCase played, CaseFinding finding) => Intake.Letters.Contains(played.Log.Registration.Channel)
        ? finding with { OpenSteps = [.. finding.OpenSteps.Where(step => step != "call-department")] }
        : finding;

    // Nobody registers recurring work: when it began is the calendar's word and not the product's.
    private static CaseLog Known(CaseLog log) =>
        log.Registration.Kind == "duty" && Duties.TryGetValue(Key(log.Registration), out var known) ? log with { Registration = known } : log;

    private static string Key(Registration duty) =>
        $"{duty.RegisteredAt.ToOffset(SimulatedQuarter.Start.Offset):yyyy-MM-dd} {duty.Category} {duty.Attributes.GetValueOrDefault("level")}";
}
