using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.FlowchartCounters;

/// <summary>Joins in counter mode, and beside each what token mode makes of the same drawing where it differs.</summary>
public sealed class CounterTests
{
    [Theory]
    [EveryMode("implicit-join-runs-once", "A B1 C B2 T"), EveryMode("merge-mode-means-nothing", "A B1 C B2 T")]
    [EveryMode("dead-path", "C T U"), EveryMode("all-dead", "V"), EveryMode("wait-all-dead", "A U"), EveryMode("wait-any-all-dead", "V U")]
    [EveryMode("wait-any-queued", "A B T"), EveryMode("wait-any-slow-loser", "A B1 T")]
    public async Task Join_OfThisKind_RunsOrIsSkipped(RunMode mode, string name, string lines)
    {
        var (host, instance) = await StartAsync(name, mode, FlowchartMode.CounterBased);
        string.Join(' ', host.Lines).ShouldBe(lines);
        host.ShouldBeFinished(instance);
    }

    [Theory]
    [EveryMode("wait-any-queued", "A B T"), EveryMode("wait-any-slow-loser", "A B1 T"), EveryMode("wait-any-all-dead", "V U"), EveryMode("all-dead", "V")]
    public async Task Join_OfThisKind_ByTokens_DoesTheSame(RunMode mode, string name, string lines)
    {
        var (host, instance) = await StartAsync(name, mode, FlowchartMode.TokenBased);
        string.Join(' ', host.Lines).ShouldBe(lines);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAll_OneBranchWaits_WaitsForIt(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("wait-all", mode, rules);
        host.Lines.ShouldBe(["A"]);
        await host.SendAsync("B");
        host.Lines.ShouldBe(["A", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task WaitAll_OneBranchDead_ByTokens_IsAnIncident(RunMode mode)
    {
        var (host, instance) = await StartAsync("wait-all-dead", mode, FlowchartMode.TokenBased);
        host.Lines.ShouldBe(["A", "U"]);
        host.Instance(instance.Id).Incidents.Single().Message.ShouldContain("停在汇合 “J”");
    }

    [Theory, EveryMode]
    public async Task WaitAllActive_OneBranchDead_WaitsForTheOthersOnly(RunMode mode)
    {
        var (host, instance) = await StartAsync("wait-all-active", mode, FlowchartMode.CounterBased);
        host.Lines.ShouldBe(["A"]);
        await host.SendAsync("B");
        host.Lines.ShouldBe(["A", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task WaitAllActive_OneBranchDead_ByTokens_IsMergeAndAnIncident(RunMode mode)
    {
        var (host, instance) = await StartAsync("wait-all-active", mode, FlowchartMode.TokenBased);
        await host.SendAsync("B");
        host.Lines.ShouldBe(["A"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAny_FirstBranchCame_CancelsAllOthers(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("wait-any", mode, rules);
        (await host.SendAsync("B")).ShouldBe(1);
        host.Lines.ShouldBe(["T"]);
        host.Store.Journal(instance.Id).Count(e => e.EventName == JournalEvents.Canceled).ShouldBe(2);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAny_OneBranchDead_WaitsForTheOther(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("wait-any-dead-then-alive", mode, rules);
        host.Lines.ShouldBeEmpty();
        await host.SendAsync("B");
        host.Lines.ShouldBe(["T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAny_LoserHasAHalfFilledJoin_DoesNotRunIt(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("wait-any-inner-join", mode, rules);
        host.Lines.ShouldBe(["X"]);
        await host.SendAsync("A");
        host.Lines.ShouldBe(["X", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAny_BranchThatDoesNotLeadToIt_GoesOn(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("wait-any-outside", mode, rules);
        await host.SendAsync("A");
        host.Lines.ShouldBe(["T"]);
        (await host.SendAsync("B")).ShouldBe(0);
        (await host.SendAsync("C")).ShouldBe(1);
        host.Lines.ShouldBe(["T", "U"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task WaitAny_ReenteredInALoop_HasOneWinnerEachRound(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await StartAsync("race-in-loop", mode, rules);
        (await host.SendAsync("A")).ShouldBe(1);
        await host.AdvanceAsync(TimeSpan.FromHours(1));
        host.Lines.ShouldBe(["start", "X0", "X1", "X2"]);
        (await host.SendAsync("A")).ShouldBe(1);
        host.Lines.ShouldBe(["start", "X0", "X1", "X2", "end"]);
        host.ShouldBeFinished(instance);
    }

    private static Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(string name, RunMode mode, FlowchartMode rules) =>
        FlowScenario.StartAsync("FlowchartCounters/" + name, mode, rules);
}
