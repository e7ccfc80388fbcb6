using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Joins;

public sealed class JoinTests
{
    [Theory, EveryMode]
    public async Task WaitAll_BothBranchesCame_GoesOnOnce(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/wait-all", mode);
        host.Lines.ShouldBeEmpty();
        (await host.SendAsync("b")).ShouldBe(1);
        host.Lines.ShouldBeEmpty();
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await host.SendAsync("b")).ShouldBe(0);
        (await host.SendAsync("a")).ShouldBe(1);
        host.Lines.ShouldBe(["end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task WaitAll_OneBranchDead_IsSkipped(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/wait-all-dead-path", mode);
        host.Lines.ShouldBe(["A"]);
        host.Instance(instance.Id).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task WaitAllActive_OneBranchDead_GoesOn(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Joins/wait-all-active-dead-path", mode);
        host.Lines.ShouldBe(["A", "end"]);
    }

    [Theory, EveryMode]
    public async Task ImplicitJoin_OneBranchWaits_WaitsForIt(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Joins/implicit", mode);
        host.Lines.ShouldBe(["start", "A"]);
        await host.SendAsync("b");
        host.Lines.ShouldBe(["start", "A", "end"]);
    }

    [Theory, EveryMode]
    public async Task Race_AnswerComesFirst_TimerIsGone(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race", mode);
        host.ShouldBeConsistent(instance.Id);
        host.Store.TimerCount(instance.Id).ShouldBe(1);
        await host.SendAsync("answer");
        host.Lines.ShouldBe(["answered", "end"]);
        host.Store.TimerCount(instance.Id).ShouldBe(0);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        host.Lines.ShouldBe(["answered", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Race_TimerComesFirst_EventFindsNobody(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race", mode);
        var bookmark = instance.Bookmarks.Single(b => b.DueAt is null);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Lines.ShouldBe(["late", "end"]);
        (await host.SendAsync("answer")).ShouldBe(0);
        (await host.ResumeAsync(instance.Id, bookmark.Id)).Changed.ShouldBeFalse();
        host.Store.Journal(instance.Id).Count(e => e.EventName == JournalEvents.Canceled).ShouldBe(1);
        host.ShouldBeConsistent(instance.Id);
    }

    [Theory, EveryMode]
    public async Task Race_WonWithinTheBurstThatStartsTheLoser_RunsTheJoinOnce(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race-same-burst", mode);
        host.Lines.ShouldBe(["A", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Bursts.Single().AddedTimers.ShouldBeEmpty();
        host.Bursts.Single().RemovedTimerIds.ShouldBeEmpty();
    }

    [Theory, EveryMode]
    public async Task WaitAny_InALoop_EachRoundHasOneWinner(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Joins/race-in-loop", mode);
        foreach (var winner in (string[])["a", "b", "b"])
        {
            host.ShouldBeConsistent(instance.Id);
            host.Instance(instance.Id).Bookmarks.Count.ShouldBe(2);
            (await host.SendAsync(winner)).ShouldBe(1);
        }
        host.Lines.ShouldBe(["start", "round 0", "round 1", "round 2", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
