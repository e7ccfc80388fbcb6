using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Pauses;

public sealed class PauseTests
{
    [Theory, EveryMode]
    public async Task Unpause_SameEventCameTwice_BothAreDeliveredOnce(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Pauses/twice", mode);
        var id = started.Id;
        await host.PauseAsync(id);
        (await host.PauseAsync(id)).Changed.ShouldBeFalse();
        await host.SendAsync("e", "first");
        await host.SendAsync("e", "second");
        host.Lines.ShouldBeEmpty();
        host.Instance(id).IsPaused.ShouldBeTrue();
        host.Instance(id).Held.Select(h => h.Payload).ShouldBe(["first", "second"]);
        host.ShouldBeConsistent(id);

        await host.UnpauseAsync(id);
        host.Lines.ShouldBe(["1", "2"]);
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Instance(id).Held.ShouldBeEmpty();
        (await host.UnpauseAsync(id)).Changed.ShouldBeFalse();
    }

    [Theory, EveryMode]
    public async Task Unpause_TimerAndEventOfARaceCame_FirstOneWins(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Joins/race", mode);
        await host.PauseAsync(started.Id);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.SendAsync("answer");
        host.Lines.ShouldBeEmpty();
        host.Store.TimerCount(started.Id).ShouldBe(0);

        await host.UnpauseAsync(started.Id);
        host.Lines.ShouldBe(["late", "end"]);
        host.Instance(started.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Unpause_NobodyWaitsAnyMore_IsDroppedWithAJournalEntry(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Repairs/repair-continue", mode);
        await host.PauseAsync(started.Id);
        await host.SendAsync("w");
        await host.SendAsync("w");
        await host.UnpauseAsync(started.Id);
        host.Lines.ShouldBe(["pending", "after"]);
        host.Store.Journal(started.Id).Count(e => e.EventName == JournalEvents.Held).ShouldBe(2);
        host.Store.Journal(started.Id).Single(e => e.EventName == JournalEvents.Dropped).Message.ShouldBe("Elsa.Event");
        host.ShouldBeConsistent(started.Id);
        host.Store.TimerCount(started.Id).ShouldBe(1);
    }

    [Theory, EveryMode]
    public async Task Unpause_NothingCame_WaitsOn(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Joins/race", mode);
        await host.PauseAsync(started.Id);
        await host.UnpauseAsync(started.Id);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        host.Lines.ShouldBe(["late", "end"]);
    }

    [Theory, EveryMode]
    public async Task Cancel_Paused_Cancels(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Joins/race", mode);
        await host.PauseAsync(started.Id);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        await host.CancelAsync(started.Id);
        host.Instance(started.Id).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        host.Instance(started.Id).Held.ShouldBeEmpty();
        host.ShouldBeConsistent(started.Id);
        (await host.UnpauseAsync(started.Id)).Changed.ShouldBeFalse();
    }

    [Theory, EveryMode]
    public async Task Resume_PausedWithAnObjectThatCannotBeKept_IsRefused(RunMode mode)
    {
        var (host, started) = await Scenario.StartAsync("Pauses/twice", mode);
        await host.PauseAsync(started.Id);
        var refused = await Should.ThrowAsync<WorkflowException>(() => host.ResumeAsync(started.Id, "b1", new Version(1, 0)));
        refused.InstanceId.ShouldBe(started.Id);
        host.Instance(started.Id).Held.ShouldBeEmpty();
    }
}
