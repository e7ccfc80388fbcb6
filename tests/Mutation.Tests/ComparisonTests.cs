using Bpm.Workflows.Activities;
using Bpm.Workflows.Comparison;

namespace Bpm.Mutation.Tests;

/// <summary>Whatever is taken away from a shipped definition, the comparison of the two tells it, and at its place.</summary>
public sealed class ComparisonTests
{
    private static readonly StepLabels _labels = new(type => ComplaintActivities.Registry().Find(type)?.Descriptor);

    public static TheoryData<string, string> Definitions => MutationTests.Definitions;

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Comparison_OfADefinitionWithOneThingLess_TellsIt(string organisation, string definitionId)
    {
        var original = ScenarioBook.Of(organisation).Pack.Definitions.Single(d => d.DefinitionId == definitionId);
        DefinitionComparison.Of(original, original, _labels).ShouldSatisfyAllConditions(same => same.SameContent.ShouldBeTrue(), same => same.LayoutChanged.ShouldBeFalse());
        var missed = new Mutator(original).All().Where(mutant => mutant.Definition is not null && !Tells(DefinitionComparison.Of(original, mutant.Definition, _labels), mutant));

        missed.Select(mutant => mutant.ToString()).ShouldBeEmpty();
    }

    private static bool Tells(DefinitionDifferences differences, Mutant mutant) => mutant.Kind == "connection"
        ? differences.ConnectionsRemoved.Any(connection => connection.Source == mutant.Activity && mutant.What == $"{connection.Port} -> {connection.Target}")
        : differences.Changed.Concat(differences.Removed).Any(step => step.Id == mutant.Activity);
}
