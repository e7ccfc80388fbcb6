using Bpm.Quarter.Oracle;
using Bpm.Quarter.Tests.Comparison;
using Bpm.Quarter.Tests.Simulation;

namespace Bpm.Quarter.Tests;

/// <summary>A quarter of 3,000 cases through the whole product, compared case by case with a recomputation that knows the regulations' text only.</summary>
public sealed class QuarterTests(PlayedQuarter quarter, ITestOutputHelper output) : IClassFixture<PlayedQuarter>
{
    private static readonly int Shown = PlayedQuarter.Setting("BPM_QUARTER_SHOWN") ?? 12;

    [Fact]
    public void Cases_OfTheQuarter_EqualTheRecomputation()
    {
        output.WriteLine(quarter.Summary);
        var compared = (Clocks: 0, Notices: 0, Closed: 0);
        var wrong = new List<string>();
        foreach (var played in quarter.Cases)
        {
            var expected = Recomputation.Of(played.Log, SimulatedQuarter.End);
            compared = (compared.Clocks + expected.Clocks.Count, compared.Notices + expected.Notices.Count, compared.Closed + (expected.Ending is null ? 0 : 1));
            if (Difference.Of(expected, played.Actual) is { Count: > 0 } differences)
                wrong.Add(Difference.Tell(played.Log, differences));
        }

        output.WriteLine($"compared {compared.Clocks} clocks, {compared.Notices} notices, {compared.Closed} ends");
        wrong.Count.ShouldBe(0, $"seed {PlayedQuarter.Seed}, {wrong.Count} of {quarter.Cases.Count} cases differ:\n{string.Join('\n', wrong.Take(Shown))}");
    }

    [Fact]
    public void Cases_OfTheQuarter_AreNeverStuckToldTwiceOrFaulted() =>
        quarter.Cases.Where(played => played.Faults.Count > 0).Select(played => Difference.Tell(played.Log, played.Faults)).Take(Shown).ShouldBeEmpty($"seed {PlayedQuarter.Seed}");

    [Fact]
    public void Deeds_OfTheQuarter_AreNeverRefused() =>
        quarter.Refusals.Take(Shown).ShouldBeEmpty($"seed {PlayedQuarter.Seed}, {quarter.Refusals.Count} refused");
}
