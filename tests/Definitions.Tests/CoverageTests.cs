using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Workflows.Activities;
using Bpm.Workflows.Scenarios;

namespace Bpm.Definitions.Tests;

/// <summary>The scenarios of a process, of a category, channel or duty, together choose every outcome of every step of it.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string, string> Processes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var pack in ShippedPacks.Readings.Select(r => r.Pack!))
            {
                var profile = pack.Directory.Profile;
                var ids = profile.Categories.Values.Select(c => c.DefinitionId).Concat(profile.Duties.Values.Select(d => d.DefinitionId))
                    .Concat(profile.Channels.Values.Select(c => c.DefinitionId).OfType<string>()).Distinct();
                foreach (var id in ids.Where(id => pack.Definitions.Any(d => d.DefinitionId == id)))
                    data.Add(pack.Code, id);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Scenarios_OfAProcess_ChooseEveryOutcomeOfEveryStep(string organisation, string definitionId)
    {
        var wanted = ShippedPacks.Graph(organisation, definitionId).Nodes.Select(n => n.Activity).OfType<HumanTaskActivity>()
            .SelectMany(task => task.Ports.Select(outcome => $"{task.Step} {outcome}"))
            .ToHashSet(StringComparer.Ordinal);

        var profile = ShippedPacks.Of(organisation).Directory.Profile;
        var scenarios = Scenario.Files(ShippedPacks.Root, organisation).Select(file => Scenario.Read(Path.Combine(ShippedPacks.Root, file)))
            .Where(s => DefinitionOf(s.Case, profile) == definitionId);
        wanted.ExceptWith(scenarios.SelectMany(s => s.Actions).Where(a => a.Step is not null).Select(a => $"{a.Step} {a.Outcome}"));

        wanted.ShouldBeEmpty();
    }

    private static string? DefinitionOf(ScenarioCase registered, OrganisationProfile profile)
    {
        if (profile.Duties.TryGetValue(registered.Category, out var duty))
            return duty.DefinitionId;
        return (registered.Kind == ComplaintKind.Fault.Code() ? null : profile.Channels[registered.Channel].DefinitionId) ?? profile.Categories[registered.Category].DefinitionId;
    }
}
