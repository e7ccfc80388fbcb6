using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Faults;

public sealed class FaultTests
{
    [Theory, EveryMode]
    public async Task Fault_DefaultStrategy_EndsTheInstanceFaulted(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Faults/fault", mode);
        instance = host.Instance(instance.Id);
        instance.Status.ShouldBe(WorkflowStatus.Finished);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        var incident = instance.Incidents.Single();
        incident.ActivityId.ShouldBe("bad");
        incident.NodePath.ShouldBe("Workflow1:f:bad");
        incident.Message.ShouldBe("数据不全");
        host.Store.Journal(instance.Id).Single(e => e.EventName == JournalEvents.Faulted).Message.ShouldBe("ActivityFaultException");
        // Nothing outside can resume it, but what waited is still known.
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        instance.Bookmarks.Count.ShouldBe(1);
        (await host.ResumeAsync(instance.Id, instance.Bookmarks[0].Id)).Changed.ShouldBeFalse();
    }

    [Theory, EveryMode]
    public async Task Fault_ContinueWithIncidents_OtherBranchesGoOn(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Faults/continue", mode);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        host.Instance(instance.Id).Incidents.Count.ShouldBe(1);
        await host.SendAsync("w");
        host.Lines.ShouldBe(["after"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        var cancelled = await host.CancelAsync(instance.Id);
        cancelled.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
    }
}
