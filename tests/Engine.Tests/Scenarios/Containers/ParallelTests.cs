using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Containers;

public sealed class ParallelTests
{
    [Theory, EveryMode]
    public async Task Parallel_TwoBranches_TakeTurns(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/parallel-turns", mode);
        host.Lines.ShouldBe(["a1", "b1", "a2", "b2", "a3", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Parallel_BranchesWait_GoesOnAfterTheLast(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/parallel-waits", mode);
        host.Lines.ShouldBe(["y"]);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(2);
        await host.SendAsync("z");
        host.Lines.ShouldBe(["y", "z"]);
        host.ShouldBeConsistent(instance.Id);
        (await host.SendAsync("z")).ShouldBe(0);
        await host.SendAsync("x");
        host.Lines.ShouldBe(["y", "z", "x", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Containers_WithNothingInside_GoOn(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Containers/parallel-empty", mode);
        host.Lines.ShouldBe(["end"]);
    }
}
