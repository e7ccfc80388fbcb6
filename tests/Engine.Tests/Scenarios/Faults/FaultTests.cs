using Bpm.Engine.Activities;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
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
        incident.IsOpen.ShouldBeTrue();
        host.Store.Journal(instance.Id).Single(e => e.EventName == JournalEvents.Faulted).Message.ShouldBe("ActivityFaultException");
        // Nothing outside can resume it, but what waited is still known.
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        instance.Bookmarks.Count.ShouldBe(1);
        (await host.ResumeAsync(instance.Id, instance.Bookmarks[0].Id)).Changed.ShouldBeFalse();
    }

    [Theory, EveryMode]
    public async Task Cancel_EndedByAFault_ResolvesTheIncidentAndLeavesNothingWaiting(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Faults/fault", mode);

        var cancelled = await host.CancelAsync(instance.Id);

        cancelled.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        cancelled.Instance.Incidents.ShouldHaveSingleItem().Resolution.ShouldBe(IncidentResolution.Canceled);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        cancelled.Instance.Bookmarks.ShouldBeEmpty();
        (await host.CancelAsync(instance.Id)).Changed.ShouldBeFalse();
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

    [Theory, EveryMode]
    public async Task ExpressionFails_Incident_NamesWorkflowStepPathAndInput(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Repairs/repair", mode);
        var incident = host.Instance(instance.Id).Incidents.Single();
        incident.Property.ShouldBe("text");
        incident.Text.ShouldStartWith("流程 “修复” 的步骤 “读数据”（Workflow1:f:bad），输入 “text”：");
    }

    [Theory, EveryMode]
    public async Task UnknownNameInAScript_Incident_SaysTheNearestName(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Faults/reference-error", mode);
        var incident = host.Instance(instance.Id).Incidents.Single();
        incident.Text.ShouldContain("getConut");
        incident.Text.ShouldContain("是否想写 “getCount”");
    }

    [Theory, EveryMode]
    public async Task ChildCompletedFails_Incident_IsTheContainers(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Faults/loop-condition", mode);
        var incident = host.Instance(instance.Id).Incidents.Single();
        incident.NodePath.ShouldBe("Workflow1:s:while");
        incident.Property.ShouldBe("condition");

        await host.SetVariableAsync(instance.Id, "X", new Dictionary<string, object?> { ["y"] = 0 });
        await host.RetryAsync(instance.Id);
        host.Lines.ShouldBe(["end"]);
    }

    [Theory, EveryMode]
    public async Task CancelledFails_Incident_IsKeptAndTheOthersGoOn(RunMode mode)
    {
        var registry = ActivityRegistry.WithBuiltIns().Add(new ActivityType(new("Test.Careless", "测试", "粗心", ""), _ => new Careless()));
        var host = new EngineHost(mode, registry);
        var id = (await host.StartAsync(WorkflowDefinition.Parse(File.ReadAllBytes(Scenario.PathOf("Faults/cancelled"))))).Id;
        await host.SendAsync("w");
        host.Lines.ShouldBe(["end"]);
        var incident = host.Instance(id).Incidents.Single();
        incident.NodePath.ShouldBe("Workflow1:f:careless");
        incident.IsOpen.ShouldBeTrue();
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        (await host.RetryAsync(id, incident.ActivityInstanceId)).Changed.ShouldBeFalse();
        await host.SkipAsync(id, incident.ActivityInstanceId);
        host.Instance(id).Incidents.Single().Resolution.ShouldBe(IncidentResolution.Skipped);
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    private sealed class Careless : Activity
    {
        public override void Execute(ActivityContext c) => c.CreateBookmark("Test.Careless");

        public override void Cancelled(ActivityContext c) => throw new InvalidOperationException("任务未关闭");
    }
}
