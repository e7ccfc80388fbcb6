using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Iterations;

public sealed class WhileTests
{
    [Theory, EveryMode]
    public async Task While_AfterEachRound_LooksAtItsConditionAgain(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/while", mode);
        foreach (var go in (object[])["yes", 1, ""]) (await host.SendAsync("go", go)).ShouldBe(1);
        host.Lines.ShouldBe(["round yes", "round 1", "round ", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
