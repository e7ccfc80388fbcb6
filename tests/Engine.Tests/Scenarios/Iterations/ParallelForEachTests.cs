using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Iterations;

public sealed class ParallelForEachTests
{
    [Theory, EveryMode]
    public async Task ParallelForEach_ThreeItems_TakeTurns(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Iterations/parallel-turns", mode);
        host.Lines.ShouldBe(["a1", "b1", "c1", "a2", "b2", "c2", "end"]);
    }

    [Theory, EveryMode]
    public async Task ParallelForEach_BodiesWait_EachKeepsItsOwnValue(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/parallel-waits", mode);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(3);
        foreach (var name in (string[])["e-c", "e-a", "e-a", "e-b"]) await host.SendAsync(name);
        host.Lines.ShouldBe(["2c", "0a", "1b", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task ChildWorkflows_AsBodies_EachHasItsOwnInputs(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/child-body-parallel", mode);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(2);
        await host.SendAsync("e-y");
        await host.SendAsync("e-x");
        host.Lines.ShouldBe(["y!11", "x!1", "last x!"]);
    }

    [Theory, EveryMode]
    public async Task ParallelForEach_OneBodyFails_TheOthersGoOnAndItsRetryEndsTheLoop(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Iterations/parallel-fails", mode);
        host.Lines.ShouldBeEmpty();
        host.Instance(instance.Id).GetVariable("Seen").ShouldBe("0a2c");
        await host.SetVariableAsync(instance.Id, "Fixed", true);
        await host.RetryAsync(instance.Id);
        host.Lines.ShouldBe(["0a2c1b"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
