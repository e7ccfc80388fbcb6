using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Containers;

public sealed class ForkTests
{
    [Theory, EveryMode]
    public async Task WaitAll_OneBranchWaits_GoesOnAfterIt(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/fork-all", mode);
        host.Lines.ShouldBe(["y"]);
        await host.SendAsync("x");
        host.Lines.ShouldBe(["y", "x", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [EveryMode("x")]
    [EveryMode("y")]
    public async Task WaitAny_OneBranchCompletes_TheOthersAreCancelled(RunMode mode, string winner)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/fork-any", mode);
        host.Store.TimerCount(instance.Id).ShouldBe(1);
        (await host.SendAsync(winner)).ShouldBe(1);
        host.Lines.ShouldBe([winner, "end"]);
        host.Store.TimerCount(instance.Id).ShouldBe(0);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        (await host.SendAsync(winner == "x" ? "y" : "x")).ShouldBe(0);
        await host.AdvanceAsync(TimeSpan.FromHours(2));
        host.Lines.ShouldBe([winner, "end"]);
        host.Store.Journal(instance.Id).Where(e => e.EventName == JournalEvents.Canceled).Count().ShouldBe(4);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task WaitAny_TimerComesFirst_EventsFindNobody(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Containers/fork-any", mode);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Lines.ShouldBe(["late", "end"]);
        (await host.SendAsync("x")).ShouldBe(0);
    }

    [Theory, EveryMode]
    public async Task WaitAny_WonWithinTheSameBurst_LaterBranchesNeverStart(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/fork-any-at-once", mode);
        host.Lines.ShouldBe(["won", "end"]);
        host.Store.Journal(instance.Id).ShouldNotContain(e => e.NodePath.EndsWith(":never", StringComparison.Ordinal));
        host.Bursts.Single().AddedBookmarks.ShouldBeEmpty();
    }
}
