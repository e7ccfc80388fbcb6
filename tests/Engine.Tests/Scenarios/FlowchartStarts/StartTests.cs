using Bpm.Engine.Activities.Flowcharts;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.FlowchartStarts;

/// <summary>Where a flowchart begins: trigger, else property start, else type Start, else canStartWorkflow, else no inbound, else the first.</summary>
public sealed class StartTests
{
    [Theory]
    [EveryMode("start-property", "B"), EveryMode("start-type", "C"), EveryMode("can-start", "B C")]
    [EveryMode("no-inbound", "B C A"), EveryMode("first", "A0 A1"), EveryMode("empty", "")]
    public async Task Start_InThisOrderOfRules_BeginsThere(RunMode mode, string name, string lines)
    {
        foreach (var rules in Enum.GetValues<FlowchartMode>())
        {
            var (host, instance) = await FlowScenario.StartAsync("FlowchartStarts/" + name, mode, rules);
            string.Join(' ', host.Lines).ShouldBe(lines);
            host.ShouldBeFinished(instance);
        }
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Trigger_OfThisFlowchart_BeginsAtItsActivity(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartStarts/trigger", mode, rules, new StartTrigger("Workflow1:f:E", null));
        host.Lines.ShouldBe(["X0", "X1", "end"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Trigger_None_BeginsAtTheStart(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartStarts/trigger", mode, rules);
        host.Lines.ShouldBe(["A", "B", "X0", "X1", "end"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, EveryMode(FlowchartMode.CounterBased), EveryMode(FlowchartMode.TokenBased)]
    public async Task Trigger_ThenAWait_LaterBurstsSeeTheDrawingFromTheTrigger(RunMode mode, FlowchartMode rules)
    {
        var (host, instance) = await FlowScenario.StartAsync("FlowchartStarts/trigger-wait", mode, rules, new StartTrigger("Workflow1:f:E", null));
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(2);
        (await host.SendAsync("Q")).ShouldBe(1);
        host.Lines.ShouldBe(["end"]);
        host.ShouldBeFinished(instance);
    }

    [Theory, InlineData("trigger"), InlineData("trigger-wait")]
    public void Trigger_WithoutAnyInbound_IsNotWarnedOf(string name)
    {
        var host = new EngineHost(RunMode.Straight);
        host.Compiler.Compile(FlowScenario.Read("FlowchartStarts/" + name, FlowchartMode.CounterBased), host.Definitions).Warnings.ShouldBeEmpty();
    }
}
