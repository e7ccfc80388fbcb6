using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Dispatches;

/// <summary>BulkDispatchWorkflows: one instance for each item.</summary>
public sealed class BulkDispatchTests
{
    [Theory, EveryMode]
    public async Task Bulk_AllFinish_RunsItsActivityForEachAndLeavesByBothPorts(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk", mode);
        host.Lines.Where(l => l.StartsWith("works", StringComparison.Ordinal)).ShouldBe(["works 1", "works 2", "works 3"]);
        host.Lines.Where(l => l.StartsWith("done", StringComparison.Ordinal)).ShouldBe(["done 2 false", "done 4 false", "done 6 false"]);
        host.Lines[^2..].ShouldBe(["all", "also done"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.ChildrenOf(instance.Id).Count.ShouldBe(3);
    }

    [Theory, EveryMode]
    public async Task Bulk_OneFails_RunsTheActivityForFaults(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk-fails", mode);
        host.Lines.Where(l => !l.StartsWith("item", StringComparison.Ordinal)).ShouldBe(["ok Finished", "bad Faulted", "ok Finished", "all"], ignoreOrder: true);
        host.Lines[^1].ShouldBe("all");
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Bulk_ActivityOfAChildWaits_KeepsWhatItKnowsAndIsAwaited(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk-slow-body", mode);
        host.Lines[^2..].ShouldBe(["body 2", "body 4"]);
        host.Instance(instance.Id).IsEnded.ShouldBeFalse();
        var waiting = host.Instance(instance.Id).Bookmarks.Select(b => b.Id).ToArray();
        await host.ResumeAsync(instance.Id, waiting[1]);
        host.Lines[^1].ShouldBe("ok 4");
        host.Instance(instance.Id).IsEnded.ShouldBeFalse();
        await host.ResumeAsync(instance.Id, waiting[0]);
        host.Lines[^2..].ShouldBe(["ok 2", "all"]);
    }

    [Theory, EveryMode]
    public async Task Bulk_ChildrenEndOneByOne_WaitsForTheLast(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk-waits", mode);
        var children = host.ChildrenOf(instance.Id);
        await host.ResumeAsync(children[1].Id, children[1].Bookmarks.Single().Id);
        await host.CancelAsync(children[0].Id);
        host.Instance(instance.Id).Bookmarks.Single().Payload.ShouldBe(children[2].Id);
        host.Lines.ShouldNotContain("all");
        await host.ResumeAsync(children[2].Id, children[2].Bookmarks.Single().Id);
        host.Lines[^1].ShouldBe("all");
        host.ShouldBeConsistent(instance.Id);
    }

    [Theory, EveryMode("bulk-no-wait"), EveryMode("bulk-nothing")]
    public async Task Bulk_NothingToWaitFor_IsDoneAtOnce(RunMode mode, string name)
    {
        var host = new EngineHost(mode) { DeliversAtOnce = false };
        var instance = await host.StartFileAsync(Scenario.PathOf("Dispatches/" + name));
        host.Lines.ShouldBe(["done"]);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Bulk_OfObjects_TheirValuesAreInputs(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk-objects", mode);
        var children = host.ChildrenOf(instance.Id);
        children.Select(c => c.Input["Item"]).ShouldBe([5, 6]);
        children.Select(c => c.Input["More"]).ShouldBe(["m", "m"]);
        children.Select(c => c.CorrelationId).ShouldBe(["case-5", "case-6"]);
        host.Lines.ShouldBe(["works 5", "works 6", "all"]);
    }

    [Theory, EveryMode]
    public async Task Bulk_WithAKey_ItNamesTheItem(RunMode mode)
    {
        var (host, instance) = await StartAsync("bulk-other-key", mode);
        var child = host.ChildrenOf(instance.Id).Single();
        child.Input["Number"].ShouldBe(7);
        child.Input["Item"].ShouldBe(0);
        child.CorrelationId.ShouldBe("n7");
    }

    private static Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(string name, RunMode mode) => Scenario.StartAsync("Dispatches/" + name, mode);
}
