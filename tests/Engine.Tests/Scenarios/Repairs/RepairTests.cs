using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Repairs;

public sealed class RepairTests
{
    private static readonly Dictionary<string, object?> Good = new() { ["name"] = "ok" };

    [Theory, EveryMode]
    public async Task Retry_AfterTheCauseIsMended_RunsOnWithAllThatWaited(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair", mode);
        var id = started.Id;
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        host.Store.TimerCount(id).ShouldBe(0);
        await host.AdvanceAsync(TimeSpan.FromHours(2));

        await host.SetVariableAsync(id, "Data", Good);
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        host.Lines.ShouldBeEmpty();
        var repaired = await host.RetryAsync(id);

        host.Lines.ShouldBe(["ok", "pending", "fixed"]);
        repaired.AddedBookmarks.Count.ShouldBe(2);
        repaired.AddedTimers.Count.ShouldBe(1);
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        host.Instance(id).FinishedAt.ShouldBeNull();
        host.ShouldBeConsistent(id);
        var incident = host.Instance(id).Incidents.Single();
        incident.Resolution.ShouldBe(IncidentResolution.Retried);
        incident.ResolvedAt.ShouldBe(host.Clock.GetUtcNow());
        repaired.ResolvedIncidents.ShouldBe([incident]);

        await host.AdvanceAsync(TimeSpan.Zero);
        await host.SendAsync("w");
        host.Lines.ShouldBe(["ok", "pending", "fixed", "timer", "after"]);
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await host.RetryAsync(id)).Changed.ShouldBeFalse();
        host.Store.Journal(id).Select(e => e.EventName).ShouldContain(JournalEvents.VariableSet);
    }

    [Theory, EveryMode]
    public async Task Retry_CauseNotMended_FaultsAgainWithANewIncident(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair", mode);
        await host.RetryAsync(started.Id, started.Incidents.Single().ActivityInstanceId);

        var instance = host.Instance(started.Id);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Select(i => i.IsOpen).ShouldBe([false, true]);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Store.TimerCount(instance.Id).ShouldBe(0);

        await host.SetVariableAsync(instance.Id, "Data", Good);
        await host.RetryAsync(instance.Id);
        host.Lines.ShouldBe(["ok", "pending", "fixed"]);
        host.Instance(instance.Id).Incidents.ShouldAllBe(i => !i.IsOpen);
    }

    [Theory, EveryMode]
    public async Task Retry_OtherBranchesWentOn_LeavesThemAlone(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair-continue", mode);
        host.Lines.ShouldBe(["pending"]);
        await host.SendAsync("w");
        await host.SetVariableAsync(started.Id, "Data", Good);
        var repaired = await host.RetryAsync(started.Id);
        repaired.AddedBookmarks.ShouldBeEmpty();
        host.ShouldBeConsistent(started.Id);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Lines.ShouldBe(["pending", "after", "ok", "fixed", "timer"]);
        host.Instance(started.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Skip_AfterAFault_GoesOnAsIfCompleted(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair", mode);
        var failed = started.Incidents.Single().ActivityInstanceId;
        (await host.SkipAsync(started.Id, failed + 100)).Changed.ShouldBeFalse();
        await host.SkipAsync(started.Id, failed, "Done");

        host.Lines.ShouldBe(["pending", "fixed"]);
        host.Instance(started.Id).Incidents.Single().Resolution.ShouldBe(IncidentResolution.Skipped);
        host.ShouldBeConsistent(started.Id);
        await host.SendAsync("w");
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Instance(started.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Skip_UnknownOutcome_IsRefusedWithTheNearest(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair", mode);
        var refused = await Should.ThrowAsync<WorkflowException>(() => host.SkipAsync(started.Id, started.Incidents.Single().ActivityInstanceId, "Dnoe"));
        refused.Message.ShouldContain("是否想写 “Done”");
        refused.Message.ShouldContain("读数据");
    }

    [Theory, EveryMode]
    public async Task SetVariable_WrongNameOrValue_IsRefusedAndChangesNothing(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair-continue", mode);
        (await Should.ThrowAsync<WorkflowException>(() => host.SetVariableAsync(started.Id, "Conut", 1))).Message.ShouldContain("是否想写 “Count”");
        (await Should.ThrowAsync<WorkflowException>(() => host.SetVariableAsync(started.Id, "Count", "x"))).Message.ShouldContain("Count");
        host.Instance(started.Id).Revision.ShouldBe(1);
        await host.SetVariableAsync(started.Id, "Count", "7");
        host.Instance(started.Id).GetVariable("Count").ShouldBe(7);
        host.Instance(started.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }
}
