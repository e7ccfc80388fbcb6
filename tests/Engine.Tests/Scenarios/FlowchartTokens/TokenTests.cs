using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.FlowchartTokens;

/// <summary>Merge modes in token mode.</summary>
public sealed class TokenTests
{
    [Theory]
    [EveryMode("stream-waits-for-neighbour", "A B C T U"), EveryMode("none-is-stream", "A B C T U")]
    [EveryMode("stream-long-branch", "A B1 C B2 T B3 T"), EveryMode("stream-neighbour-goes-elsewhere", "A B X T")]
    [EveryMode("merge-long-branch", "A B1 C B2 T U"), EveryMode("merge-number", "A B C T U")]
    [EveryMode("merge-loop", "A X0 X1 X2 end"), EveryMode("merge-in-loop", "A X0 B C T X1 B C T end")]
    [EveryMode("converge", "A B C T U"), EveryMode("cascade", "A B C T T U U")]
    [EveryMode("race-queued", "A B C T U"), EveryMode("race-both-ports", "T")]
    public async Task Merge_OfThisKind_RunsInThisOrder(RunMode mode, string name, string lines)
    {
        var (host, instance) = await StartAsync(name, mode);
        string.Join(' ', host.Lines).ShouldBe(lines);
        host.ShouldBeFinished(instance);
    }

    [Theory]
    [EveryMode("stream-long-branch", "A B1 C B2 B3 T"), EveryMode("cascade", "A B C T U"), EveryMode("merge-dead-path", "A B T")]
    public async Task Merge_OfThisKind_ByCounters_IsAnImplicitJoin(RunMode mode, string name, string lines)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartTokens/" + name, mode, FlowchartMode.CounterBased);
        string.Join(' ', host.Lines).ShouldBe(lines);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task Stream_NeighbourWaits_WaitsForIt(RunMode mode)
    {
        var (host, instance) = await StartAsync("stream-waits-for-event", mode);
        host.Lines.ShouldBe(["A", "B"]);
        await host.SendAsync("C");
        host.Lines.ShouldBe(["A", "B", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode("merge-dead-path", "A B", "“D”（True）"), EveryMode("converge-loop", "A", "“D”（True）")]
    public async Task Merge_OneConnectionNeverComes_IsAnIncidentThatNamesIt(RunMode mode, string name, string lines, string missing)
    {
        var (host, instance) = await StartAsync(name, mode);
        string.Join(' ', host.Lines).ShouldBe(lines);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        var incident = host.Instance(instance.Id).Incidents.Single();
        incident.NodePath.ShouldBe("Workflow1:f");
        incident.Message.ShouldContain(missing);
    }

    [Theory, EveryMode]
    public async Task Merge_BlockedUnderContinueWithIncidents_LetsOtherBranchesGoOn(RunMode mode)
    {
        var (host, instance) = await StartAsync("merge-dead-path-continue", mode);
        host.Instance(instance.Id).Incidents.Count.ShouldBe(1);
        await host.SendAsync("E");
        host.Lines.ShouldBe(["A", "B", "after"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
    }

    [Theory, EveryMode]
    public async Task Cascade_EachArrival_RunsIt(RunMode mode)
    {
        var (host, instance) = await StartAsync("cascade-waits", mode);
        await host.SendAsync("C");
        host.Lines.ShouldBe(["A", "T"]);
        await host.SendAsync("B");
        host.Lines.ShouldBe(["A", "T", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task Race_FirstArrival_CancelsTheTimer(RunMode mode)
    {
        var (host, instance) = await StartAsync("race", mode);
        await host.SendAsync("B");
        host.Lines.ShouldBe(["A", "T"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task Race_WinnerWaits_LosersDoNotGoOn(RunMode mode)
    {
        var (host, instance) = await StartAsync("race-waits", mode);
        host.Lines.ShouldBe(["A", "B", "C1"]);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(1);
        await host.SendAsync("T");
        host.Lines.ShouldBe(["A", "B", "C1", "U"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task Race_LoserHasAHalfFilledMerge_NextRoundBeginsAnew(RunMode mode)
    {
        var (host, instance) = await StartAsync("race-inner-merge", mode);
        await host.SendAsync("A");
        host.Lines.ShouldBe(["X0", "in", "P", "T", "X1", "in", "P"]);
        await host.SendAsync("Q");
        host.Lines.ShouldBe(["X0", "in", "P", "T", "X1", "in", "P", "M", "T", "end"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task End_WhileAMergeIsBlocked_CompletesTheFlowchart(RunMode mode)
    {
        var (host, instance) = await StartAsync("terminal-clears", mode);
        await host.SendAsync("E");
        host.Lines.ShouldBe(["A", "B", "after"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task ExecutionMode_AsANumber_IsRead(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("FlowchartTokens/mode-by-number", mode);
        host.Lines.ShouldBe(["A", "B", "C", "T", "T", "U", "U"]);
    }

    [Fact]
    public void MergeMode_Unknown_IsRefusedByName()
    {
        var definition = FlowScenario.Read("FlowchartTokens/converge", FlowchartMode.TokenBased);
        var wrong = WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(definition.ToJson()).Replace("\"Converge\"", "\"Conv\"", StringComparison.Ordinal)));
        Should.Throw<InvalidDefinitionException>(() => new EngineHost(RunMode.Straight).Compiler.Compile(wrong, new DefinitionFolder()))
            .Message.ShouldContain("mergeMode");
    }

    private static Task<(EngineHost Host, WorkflowInstance Instance)> StartAsync(string name, RunMode mode) =>
        FlowScenario.StartAsync("FlowchartTokens/" + name, mode, FlowchartMode.TokenBased);
}
