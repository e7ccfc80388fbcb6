using System.Text.Json.Nodes;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The fourteen sample complaints: each shows its listed clocks with their due times, and comes to its end by every branch.</summary>
public sealed class SampleCaseTests
{
    // What comes before the listed clocks where they do not start with the registration.
    private static readonly Dictionary<string, (string Step, string Outcome)> _first = new()
    {
        ["C10"] = ("letter-registration", "Registered"),
        ["C12"] = ("review", "Accepted"),
        ["C14"] = ("review", "Accepted"),
    };

    private static readonly Dictionary<string, JsonNode> _samples = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "complaints.jsonl"))
        .Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!).ToDictionary(sample => (string)sample["id"]!);

    public static TheoryData<string> Ids => [.. _samples.Keys];

    [Fact]
    public void Samples_AreFourteen() => _samples.Count.ShouldBe(14);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sample_AfterItsFirstSteps_ShowsTheListedClocks(string id)
    {
        var walk = Start(id);
        if (_first.TryGetValue(id, out var first))
            walk.Complete(first.Step, first.Outcome);

        foreach (var (rule, due) in _samples[id]["clocks"]!.AsObject())
            walk.Complaint.Clocks.Single(c => c.RuleId == rule).DueAt.ShouldBe(DateTimeOffset.Parse((string)due!, null), $"{id} {rule}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Sample_ByEveryBranch_ClosesWithNothingLeft(string id)
    {
        var ways = 0;
        var explorer = new BranchExplorer(() => Start(id));
        explorer.Explore((walk, story) =>
        {
            ways++;
            walk.Complaint.Status.ShouldBe(CaseStatus.Closed, story);
            walk.Complaint.Ending.ShouldNotBeNullOrEmpty(story);
            walk.Open.ShouldBeEmpty(story);
            walk.Complaint.Clocks.Where(clock => !clock.IsEnded || clock.State is ClockState.Running or ClockState.Paused).ShouldBeEmpty(story);
        });

        ways.ShouldBeGreaterThan(1);
        var met = explorer.Taken.Select(taken => taken.Split(' ')[0]).Distinct();
        var known = ShippedPacks.Graph(ShippedPacks.Of(Organisation(id)), Start(id).Complaint.DefinitionId).Nodes.Select(n => n.Activity)
            .OfType<Workflows.Activities.HumanTaskActivity>().GroupBy(t => t.Step).ToDictionary(g => g.Key, g => g.SelectMany(t => t.Ports).ToHashSet());
        foreach (var step in met)
            known[step].ShouldBeSubsetOf(explorer.Taken.Where(t => t.StartsWith(step + " ", StringComparison.Ordinal)).Select(t => t.Split(' ')[1]), $"{id} {step}");
    }

    private static string Organisation(string id) => (string)_samples[id]["org"]!;

    private static CaseWalk Start(string id)
    {
        var sample = _samples[id];
        var pack = ShippedPacks.Of(Organisation(id));
        var user = (string)sample["user"]!;
        var walk = CaseWalk.Start(pack, definition => ShippedPacks.Graph(pack, definition), new(
            user, (string)sample["kind"]!, (string)sample["channel"]!, (string)sample["category"]!, DateTimeOffset.Parse((string)sample["receivedAt"]!, null),
            Anonymous: sample["anonymous"]?.GetValue<bool>() ?? false,
            Attributes: sample["attributes"]!.AsObject().ToDictionary(a => a.Key, a => a.Value!.ToString())));
        if ((string?)sample["attachment"] is { } file)
            walk.Attach(file, user);
        return walk;
    }
}
