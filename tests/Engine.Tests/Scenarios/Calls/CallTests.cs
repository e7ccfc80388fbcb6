using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Calls;

/// <summary>ExecuteWorkflow: an instance of its own within the caller's burst.</summary>
public sealed class CallTests
{
    [Theory, EveryMode]
    public async Task Child_EndsAtOnce_ItsOutputIsTheResult(RunMode mode)
    {
        var (host, instance) = await StartAsync("calls-adds", mode);
        host.Lines.ShouldBe(["before", "adding 1", "R Finished 3 3", "after"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var child = host.ChildrenOf(instance.Id).Single();
        child.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        child.CorrelationId.ShouldBe("corr");
        child.Depth.ShouldBe(1);
        child.Input["ParentInstanceId"].ShouldBe(instance.Id);
        host.Store.Journal(instance.Id).Single(e => e.EventName == JournalEvents.ChildStarted).Message.ShouldBe(child.Id);
        // One burst, the child's within the parent's; nobody is told of an end that the parent saw.
        host.Bursts.Select(b => b.Instance.Id).ShouldBe([child.Id, instance.Id]);
        host.Bursts[1].Children.ShouldBe([host.Bursts[0]]);
        host.Bursts.SelectMany(b => b.PublishedStimuli).ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Child_Waits_TheParentHearsOfItsEndOnce(RunMode mode)
    {
        var (host, instance) = await StartAsync("calls-asks", mode);
        var child = host.ChildrenOf(instance.Id).Single();
        host.Instance(instance.Id).Bookmarks.Single().Payload.ShouldBe(child.Id);
        host.DeliversAtOnce = false;
        (await host.SendAsync("answer", 42)).ShouldBe(1);
        host.Instance(instance.Id).IsEnded.ShouldBeFalse();
        var told = host.Bursts[^1].PublishedStimuli.Single();
        (told.Name, told.Payload, told.CorrelationId).ShouldBe((Stimulus.ChildEnded, child.Id, null));
        await host.DeliverAsync();
        host.Lines.ShouldBe(["asking", "R Finished 42 42"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await host.StimulateAsync(told.Name, told.Payload, told.Value)).ShouldBe(0);
        host.ShouldBeConsistent(instance.Id);
    }

    [Theory, EveryMode]
    public async Task Child_WaitsButNeedNotBeAwaited_TheParentGoesOn(RunMode mode)
    {
        var (host, instance) = await StartAsync("calls-asks-no-wait", mode);
        host.Lines.ShouldBe(["asking", "Running"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        await host.SendAsync("answer", 1);
        host.ChildrenOf(instance.Id).Single().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Bursts[^1].PublishedStimuli.ShouldBeEmpty();
    }

    [Theory, EveryMode("calls-breaks", "breaking|Faulted"), EveryMode("calls-breaks-later", "Faulted")]
    public async Task Child_Fails_TheParentGoesOnAndKnows(RunMode mode, string name, string lines)
    {
        var (host, instance) = await StartAsync(name, mode);
        await host.SendAsync("answer");
        host.Lines.ShouldBe(lines.Split('|'));
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Instance(instance.Id).Incidents.ShouldBeEmpty();
        host.ChildrenOf(instance.Id).Single().Incidents.Single().Message.ShouldBe("坏了");
    }

    [Theory, EveryMode]
    public async Task Child_IsCancelled_TheParentGoesOnAndKnows(RunMode mode)
    {
        var (host, instance) = await StartAsync("calls-asks", mode);
        await host.CancelAsync(host.ChildrenOf(instance.Id).Single().Id);
        host.Lines[^1].ShouldStartWith("R Cancelled");
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Parent_IsCancelled_ItsChildrenAreToo(RunMode mode)
    {
        var (host, top) = await StartAsync("grandparent", mode);
        await host.CancelAsync(top.Id);
        host.Instances.Select(i => i.SubStatus).ShouldAllBe(s => s == WorkflowSubStatus.Cancelled);
        host.Instances.Count.ShouldBe(3);
        foreach (var instance in host.Instances) host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task Grandchild_Ends_EveryoneAboveHearsInTurn(RunMode mode)
    {
        var (host, top) = await StartAsync("grandparent", mode);
        host.Instances.Select(i => i.Depth).OrderDescending().ShouldBe([2, 1, 0]);
        await host.SendAsync("answer", 7);
        host.Lines.ShouldBe(["asking", "R Finished 7 7", "top Finished"]);
        host.Instance(top.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Children_TwoOfOneBurst_AreStoredBeforeTheParentInOrder(RunMode mode)
    {
        var (host, instance) = await StartAsync("calls-twice", mode);
        host.Bursts.Select(b => b.Instance.DefinitionId).ShouldBe(["adds", "asks", "calls-twice"]);
        host.Bursts[2].Children.Count.ShouldBe(2);
        host.Instance(instance.Id).Bookmarks.Single().Payload.ShouldBe(host.ChildrenOf(instance.Id)[1].Id);
    }

    [Theory, EveryMode]
    public async Task Call_LosesARace_TheChildGoesOnAndNobodyHears(RunMode mode)
    {
        var (host, instance) = await StartAsync("call-against-event", mode);
        await host.SendAsync("enough");
        host.Lines.ShouldBe(["asking", "over"]);
        host.ChildrenOf(instance.Id).Single().IsEnded.ShouldBeFalse();
        await host.SendAsync("answer", 1);
        host.ChildrenOf(instance.Id).Single().SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Lines.ShouldBe(["asking", "over"]);
        await host.SendAsync("last");
        host.Lines[^1].ShouldBe("end");
        host.ShouldBeConsistent(instance.Id);
    }

    [Theory, EveryMode]
    public async Task Input_AsJson_IsRead(RunMode mode)
    {
        var (host, _) = await StartAsync("calls-adds-in-json", mode);
        host.Lines.ShouldBe(["adding 3", "7", "adding 5", "11"]);
    }

    [Theory, EveryMode("calls-nobody", "没有已发布的流程 “nobody”"), EveryMode("calls-wrong-input", "“A”")]
    public async Task Child_CannotBeStarted_IsAnIncident(RunMode mode, string name, string message)
    {
        var (host, instance) = await StartAsync(name, mode);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain(message);
        host.Instances.Count.ShouldBe(1);
        host.Lines.ShouldBeEmpty();
    }

    private static Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(string name, RunMode mode) => Scenario.StartAsync("Calls/" + name, mode);
}
