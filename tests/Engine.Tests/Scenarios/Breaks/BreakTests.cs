using Bpm.Engine.Execution;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Tests.Scenarios.Breaks;

public sealed class BreakTests
{
    [Theory, EveryMode]
    public async Task InASequence_DeepInside_EndsTheSequenceAndTheLoop(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Breaks/sequence", mode);
        host.Lines.ShouldBe(["1", "after 1", "2", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task InNestedLoops_EndsTheInnerOneOnly(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Breaks/nested-loops", mode);
        host.Lines.ShouldBe(["1.1", "1.2", "next 1", "2.1", "2.2", "next 2", "end"]);
    }

    [Theory]
    [EveryMode("Breaks/flowchart")]
    [EveryMode("Breaks/flowchart-tokens")]
    public async Task InAFlowchart_EndsItAtOnceAndThenTheLoop(RunMode mode, string file)
    {
        var (host, instance) = await Scenario.StartAsync(file, mode);
        host.Lines.ShouldBe(["a", "end"]);
        host.Store.BookmarkIds(instance.Id).ShouldBeEmpty();
        host.Store.Journal(instance.Id).Single(e => e.EventName == JournalEvents.Canceled).NodePath.ShouldEndWith(":wait");
    }

    [Theory, EveryMode]
    public async Task InsideAnIfOfAFlowchart_TheFlowchartGoesOnToItsEnd(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Breaks/flowchart-inside-if", mode);
        host.Lines.ShouldBe(["next", "end"]);
    }

    [Theory, EveryMode]
    public async Task InABranchOfParallel_TheOtherBranchIsWaitedForAndTheLoopEndsThen(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Breaks/parallel", mode);
        host.Lines.ShouldBeEmpty();
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(1);
        await host.SendAsync("go");
        host.Lines.ShouldBe(["y", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task InABranchOfAFork_TheOtherBranchIsCancelledAndTheLoopEnds(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Breaks/fork", mode);
        await host.SendAsync("break");
        host.Lines.ShouldBe(["end"]);
        (await host.SendAsync("go")).ShouldBe(0);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task InParallelForEach_AllItemsCompleteAndTheLoopAroundEnds(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Breaks/parallel-for-each", mode);
        host.Lines.ShouldBe(["a", "b", "b!", "end"]);
    }

    [Theory, EveryMode]
    public async Task OutsideOfALoop_EndsTheFlowchartThatItStandsInButNoOther(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Breaks/no-loop", mode);
        host.Lines.ShouldBe(["a", "b", "end"]);
    }

    [Theory, EveryMode]
    public async Task OutsideOfALoop_EndsEverySequenceAround(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Breaks/no-loop-sequences", mode);
        host.Lines.ShouldBe(["a"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task InAChildWorkflow_EndsTheCallersLoop(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Breaks/child", mode);
        host.Lines.ShouldBe(["child", "end"]);
    }

    [Theory, EveryMode]
    public async Task AfterWaiting_EndsTheLoop(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Breaks/while-waits", mode);
        foreach (var go in (string[])["one", "two", "stop"]) await host.SendAsync("go", go);
        host.Lines.ShouldBe(["one", "two", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }
}
