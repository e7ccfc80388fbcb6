using Bpm.Domain.Organisation;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The scenarios of a category or duty together choose every outcome of every step of its process.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string, string> Processes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pack in ShippedPacks.Readings.Select(r => r.Pack!))
            {
                foreach (var category in pack.Directory.Profile.Categories.Values.Where(c => pack.Definitions.Any(d => d.DefinitionId == c.DefinitionId)))
                    data.Add(pack.Code, category.Code);
                foreach (var duty in pack.Directory.Profile.Duties.Values)
                    data.Add(pack.Code, duty.Code);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Scenarios_OfACategoryOrDuty_ChooseEveryOutcomeOfEveryStep(string organisation, string category)
    {
        var pack = ShippedPacks.Of(organisation);
        var graph = ShippedPacks.Graph(organisation, DefinitionOf(pack.Directory.Profile, category));
        var wanted = graph.Nodes.Select(n => n.Activity).OfType<HumanTaskActivity>()
            .SelectMany(task => task.Ports.Select(outcome => $"{task.Step} {outcome}"))
            .ToHashSet(StringComparer.Ordinal);

        var chosen = Scenario.Files(ShippedPacks.Root, organisation).Select(file => Scenario.Read(Path.Combine(ShippedPacks.Root, file))).Where(s => s.Case.Category == category)
            .SelectMany(s => s.Actions).Where(a => a.Step is not null).Select(a => $"{a.Step} {a.Outcome}");
        wanted.ExceptWith(chosen);

        wanted.ShouldBeEmpty();
    }

    private static string DefinitionOf(OrganisationProfile profile, string category) =>
        profile.Duties.TryGetValue(category, out var duty) ? duty.DefinitionId : profile.Categories[category].DefinitionId;
}
