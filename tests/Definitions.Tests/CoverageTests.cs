using Bpm.Workflows.Activities;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The scenarios of a category together choose every outcome of every step of its process.</summary>
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
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Scenarios_OfACategory_ChooseEveryOutcomeOfEveryStep(string organisation, string category)
    {
        var pack = ShippedPacks.Of(organisation);
        var graph = ShippedPacks.Graph(organisation, pack.Directory.Profile.Categories[category].DefinitionId);
        var wanted = graph.Nodes.Select(n => n.Activity).OfType<HumanTaskActivity>()
            .SelectMany(task => task.Ports.Select(outcome => $"{task.Step} {outcome}"))
            .ToHashSet(StringComparer.Ordinal);

        var chosen = Scenario.Files(ShippedPacks.Root, organisation).Select(file => Scenario.Read(Path.Combine(ShippedPacks.Root, file))).Where(s => s.Case.Category == category)
            .SelectMany(s => s.Actions).Where(a => a.Step is not null).Select(a => $"{a.Step} {a.Outcome}");
        wanted.ExceptWith(chosen);

        wanted.ShouldBeEmpty();
    }
}
