using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;

namespace Bpm.Engine.Tests.Scenarios.FlowchartFlow;

/// <summary>Rules that both modes share.</summary>
public sealed class FlowTests
{
    [Theory]
    [EveryMode("outcome", "yes end"), EveryMode("fork-from-one-port", "A B C"), EveryMode("unknown-port", "A")]
    [EveryMode("duplicate-connection", "A B C"), EveryMode("nested", "A G1 G2 B"), EveryMode("unreachable", "A B")]
    [EveryMode("loop", "start X0 X1 X2 end"), EveryMode("self-loop", "start N=3"), EveryMode("loop-in-loop", "start O0 X0 X1 O1 X2 X3 end")]
    [EveryMode("end-cuts-off", "after"), EveryMode("finish-cuts-off", ""), EveryMode("complete-cuts-off", "")]
    public async Task Flow_OfThisKind_RunsInThisOrderToTheEnd(RunMode mode, string name, string lines)
    {
        foreach (var rules in Enum.GetValues<FlowchartMode>())
        {
            var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/" + name, mode, rules);
            string.Join(' ', host.Lines).ShouldBe(lines);
            host.ShouldBeFinished(instance);
        }
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task FaultedChild_SchedulesNothing_AndKeepsTheFlowchartOpen(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/faulted-child", mode, rules);
        host.Lines.ShouldBe(["B"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        host.Instance(instance.Id).Incidents.Count.ShouldBe(1);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Completion_WhileOneChildRuns_Waits(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/open-while-one-runs", mode, rules);
        await host.SendAsync("P");
        host.Lines.ShouldBe(["A"]);
        await host.SendAsync("Q");
        host.Lines.ShouldBe(["A", "after"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode]
    public async Task UnstructuredLoop_ByCounters_Faults(RunMode mode)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/unstructured", mode, FlowchartMode.CounterBased);
        host.Lines.ShouldBe(["A", "B"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        host.Instance(instance.Id).Incidents.Single().Message.ShouldContain("每条路径都必须经过");
    }

    [Theory, EveryMode]
    public async Task UnstructuredLoop_ByTokens_GoesBack(RunMode mode)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/unstructured", mode, FlowchartMode.TokenBased);
        host.Lines.ShouldBe(["A", "B", "A", "B"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task State_AfterManyRounds_IsNoLarger(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartFlow/long-loop", mode, rules);
        var first = InstanceSerializer.Write(host.Instance(instance.Id)).Length;
        for (var i = 0; i < 5; i++) (await host.SendAsync("E")).ShouldBe(1);
        host.Instance(instance.Id).GetVariable("N").ShouldBe(3000);
        // Numbers grow by a byte here and there; a list of what happened would grow by thousands.
        InstanceSerializer.Write(host.Instance(instance.Id)).Length.ShouldBeLessThan(first + 32);
    }

    [Fact]
    public void UnreachableActivity_AndUnknownPort_AreWarnedOf()
    {
        Warning("unreachable").ShouldContain("“lost” 没有连线通到");
        Warning("unknown-port").ShouldContain("没有这个出口");

        static string Warning(string name)
        {
            var host = new EngineHost(RunMode.Straight);
            return host.Compiler.Compile(FlowScenario.Read("FlowchartFlow/" + name, FlowchartMode.CounterBased), host.Definitions).Warnings[0].Message;
        }
    }
}
