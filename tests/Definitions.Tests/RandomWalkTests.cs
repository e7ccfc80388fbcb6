using System.Text.Json.Nodes;
using System.Globalization;
using Bpm.Domain.Organisation;
using Bpm.Workflows.Scenarios;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;

namespace Bpm.Definitions.Tests;

/// <summary>Walks every process by dice, many times: wherever it goes, it never gets stuck, and at its end nothing is left open.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 150;
    private const int LongestWalk = 400;
    private static readonly string[] _choices = ["department", "departments", "category", "zone"];

    public static TheoryData<string, string, bool> Processes
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var pack in ShippedPacks.Readings.Select(r => r.Pack!))
            {
                foreach (var category in pack.Directory.Profile.Categories.Values.Where(c => pack.Definitions.Any(d => d.DefinitionId == c.DefinitionId)))
                {
                    data.Add(pack.Code, category.Code, false);
                    data.Add(pack.Code, category.Code, true);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Process_WalkedAtRandom_AlwaysReachesItsEndWithNothingLeftOpen(string organisation, string category, bool reload)
    {
        var pack = ShippedPacks.Of(organisation);
        var profile = pack.Directory.Profile;
        var registrar = pack.Directory.People.First(m => m.Roles.Contains("hotline")).UserName;
        for (var seed = 0; seed < Walks; seed++)
        {
            var dice = new Random(seed);
            var kinds = profile.Categories[category].Kinds;
            var channels = profile.Channels.Keys.ToArray();
            var start = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)).AddHours(dice.Next(24 * 200));
            var walk = CaseWalk.Start(
                pack,
                id => ShippedPacks.Graph(pack, id),
                new(registrar, kinds[dice.Next(kinds.Count)].Code(), channels[dice.Next(channels.Length)], category, start, Anonymous: dice.Next(4) == 0, FirstReplyGiven: dice.Next(4) == 0,
                    Attributes: Attributes(profile.Categories[category], dice)),
                reload);
            // A letter's scan, which its step asks for.
            walk.Attach("scan.pdf", registrar);
            Walk(walk, dice, $"{category} seed {seed}");
        }
    }

    private static Dictionary<string, string> Attributes(CategoryProfile category, Random dice) => category.Attributes
        .Where(attribute => attribute.Value.Required || dice.Next(3) > 0)
        .ToDictionary(
            attribute => attribute.Key,
            attribute => attribute.Value.Values is { Count: > 0 } values
                ? values[dice.Next(values.Count)]
                : dice.Next((int)(attribute.Value.Minimum ?? 0), 1001).ToString(CultureInfo.InvariantCulture));

    // Fields that decide where a case goes and that nobody has to fill in.
    private static JsonObject Choices(TaskForm form, Random dice)
    {
        var chosen = new JsonObject();
        foreach (var (name, field) in form.Properties.Where(p => _choices.Contains(p.Key) && p.Value.Enum is { Count: > 0 } && dice.Next(2) == 0))
        {
            var codes = field.Enum!;
            chosen[name] = field.Multiple
                ? new JsonArray([.. Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => codes[dice.Next(codes.Count)]).Distinct().Select(code => JsonValue.Create(code))])
                : codes[dice.Next(codes.Count)];
        }

        return chosen;
    }

    private static void Walk(CaseWalk walk, Random dice, string name)
    {
        var trail = new List<string>();
        while (!walk.Instance.IsEnded)
        {
            var open = walk.Open.ToArray();
            if (open.Length == 0 || trail.Count > LongestWalk || walk.Instance.Bookmarks.Count < open.Length)
                Assert.Fail($"{open.Length} open, {walk.Instance.Bookmarks.Count} waiting; {name}: {string.Join(" > ", trail)}");
            if (dice.Next(4) == 0)
                walk.MoveTo(walk.Now.AddHours(dice.Next(60)));
            var task = open[dice.Next(open.Length)];
            var outcome = task.Outcomes[dice.Next(task.Outcomes.Count)].Name;
            trail.Add($"{task.Step} {outcome}");
            walk.Complete(task, outcome, form: Choices(task.Form, dice));
        }

        var story = $"{name}: {string.Join(" > ", trail)}";
        walk.Complaint.Status.ShouldBe(CaseStatus.Closed, story);
        walk.Complaint.Ending.ShouldNotBeNullOrEmpty(story);
        walk.Open.ShouldBeEmpty(story);
        walk.Complaint.Clocks.Where(clock => !clock.IsEnded).ShouldBeEmpty(story);
        walk.Complaint.Clocks.ShouldAllBe(clock => clock.State != ClockState.Running && clock.State != ClockState.Paused, story);
        walk.Complaint.Tasks.ShouldAllBe(task => task.State == TaskState.Completed || task.State == TaskState.Cancelled, story);
    }
}
