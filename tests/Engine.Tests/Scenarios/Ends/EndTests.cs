using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Ends;

public sealed class EndTests
{
    [Theory, EveryMode]
    public async Task Finish_OtherBranchWaits_CancelsIt(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Ends/finish", mode);
        await host.SendAsync("a");
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        (await host.SendAsync("b")).ShouldBe(0);
        host.Lines.ShouldBeEmpty();
        var journal = host.Store.Journal(instance.Id);
        journal.Single(e => e.EventName == "Canceled").NodePath.ShouldBe("Workflow1:f:B");
        journal.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, journal.Count).Select(i => (long)i));
        host.Completed(instance.Id).ShouldBe(["fork", "A", "fin", "f", "Workflow1"]);
    }

    [Theory, EveryMode]
    public async Task End_OtherBranchWaits_EndsTheFlowchart(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Ends/end", mode);
        host.Lines.ShouldBe(["A"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Complete_InALoopOfAChildWorkflow_EndsTheChildWithItsOutcome(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Ends/complete-in-loop", mode);
        host.Lines.ShouldBe(["1", "2", "big"]);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Finish_InALoopOfAChildWorkflow_EndsEverything(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Ends/finish-in-loop", mode);
        host.Lines.ShouldBe(["1", "2", "3"]);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
