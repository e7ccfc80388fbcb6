using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Dispatches;

/// <summary>DispatchWorkflow: an instance of its own, started after the burst.</summary>
public sealed class DispatchTests
{
    [Theory, EveryMode]
    public async Task Dispatch_WithoutWaiting_GoesOnAndTheChildRunsLater(RunMode mode)
    {
        var host = new EngineHost(mode) { DeliversAtOnce = false };
        var instance = await host.StartFileAsync(Scenario.PathOf("Dispatches/sends-works"));
        host.Lines.ShouldBe(["sent"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var dispatch = host.Bursts.Single().Dispatches.Single();
        (dispatch.DefinitionId, dispatch.CorrelationId, dispatch.ParentWaits, dispatch.Depth).ShouldBe(("works", "c4", false, 1));
        host.Store.Journal(instance.Id).Single(e => e.EventName == JournalEvents.ChildDispatched).Message.ShouldBe(dispatch.InstanceId);
        await host.DeliverAsync();
        host.Lines.ShouldBe(["sent", "works 4"]);
        var child = host.ChildrenOf(instance.Id).Single();
        (child.Id, child.CorrelationId, child.SubStatus).ShouldBe((dispatch.InstanceId, "c4", WorkflowSubStatus.Finished));
        host.Bursts[^1].PublishedStimuli.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Dispatch_Awaited_ResultIsTheOutput(RunMode mode)
    {
        var (host, instance) = await StartAsync("awaits-works", mode);
        host.Lines.ShouldBe(["works 4", "back 8"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Dispatch_Awaited_ComesBackWhenTheChildEnds(RunMode mode)
    {
        var (host, instance) = await StartAsync("awaits-waits", mode);
        host.Lines.ShouldBe(["waiting"]);
        host.Instance(instance.Id).IsEnded.ShouldBeFalse();
        await host.SendAsync("go");
        host.Lines.ShouldBe(["waiting", "back"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode("awaits-waits"), EveryMode("sends-waits"), EveryMode("bulk-waits")]
    public async Task Parent_IsCancelled_ItsChildrenAreTooWhetherAwaitedOrNot(RunMode mode, string name)
    {
        var (host, instance) = await StartAsync(name, mode);
        host.ChildrenOf(instance.Id).ShouldNotBeEmpty();
        await host.CancelAsync(instance.Id);
        host.Instances.ShouldAllBe(i => i.SubStatus == WorkflowSubStatus.Cancelled);
        host.Lines.ShouldAllBe(line => line == "waiting");
    }

    [Theory, EveryMode]
    public async Task Dispatch_OfNobody_IsAnIncident(RunMode mode)
    {
        var (host, instance) = await StartAsync("sends-nobody", mode);
        instance.Incidents.Single().Message.ShouldContain("没有已发布的流程 “nobody”");
        host.Bursts.Single().Dispatches.ShouldBeEmpty();
    }

    private static Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(string name, RunMode mode) => Scenario.StartAsync("Dispatches/" + name, mode);
}
