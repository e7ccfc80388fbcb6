using Bpm.Definitions.Tests;
using Bpm.Engine.Definitions;
using Bpm.Engine.Migration;
using Bpm.Workflows.Packs;
using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Migration;

/// <summary>What our own waiting steps may become in another version.</summary>
public sealed class WaitingStepTests
{
    [Theory]
    [InlineData("take-sample", "Sampled", null), InlineData("sample-result", "Sampled", MigrationProblemKind.StepDiffers)]
    [InlineData("take-sample", "Taken", MigrationProblemKind.OutcomeMissing)]
    public void HumanTask_InAnotherVersion_IsTheSameStepOrRefused(string step, string outcome, MigrationProblemKind? refused) =>
        ShouldBe(refused, new SmallFlow().Task("sample", "take-sample", "Sampled").Chain("start", "sample"), new SmallFlow().Task("sample", step, outcome).Chain("start", "sample"));

    [Theory]
    [InlineData("A-4.5", "Stopped", null), InlineData("A-4.6", "Stopped", MigrationProblemKind.StepDiffers), InlineData("A-4.5", "Warned", MigrationProblemKind.OutcomeMissing)]
    public void WaitForClock_InAnotherVersion_WaitsForTheSameArticleOrIsRefused(string rule, string happens, MigrationProblemKind? refused) =>
        ShouldBe(refused, Waiting("A-4.5", "Stopped"), Waiting(rule, happens));

    private static SmallFlow Waiting(string rule, string happens) => new SmallFlow()
        .Add("clock", "Bpm.StartClock", ("rule", "A-4.5")).Add("wait", "Bpm.WaitForClock", ("rule", rule), ("events", new[] { happens })).Chain("start", "clock", "wait");

    private static void ShouldBe(MigrationProblemKind? refused, SmallFlow from, SmallFlow to)
    {
        CaseWalk walk = from.Run();
        var map = NodeMap.Of(Graph(from.Build(1)), Graph(to.Build(2)));
        var result = InstanceMigration.Move(map, walk.Instance, [], "tester", walk.Now);
        if (refused is null) result.Problems.ShouldBeEmpty();
        else result.Problems.ShouldHaveSingleItem().Kind.ShouldBe(refused.Value);
    }

    private static WorkflowGraph Graph(WorkflowDefinition definition) => ShippedPacks.Compiler.Compile(definition, new DefinitionSet([definition]));
}
