using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Loops;

public sealed class LoopTests
{
    [Theory, EveryMode]
    public async Task Backward_WhileConditionHolds_RunsAgain(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Loops/backward", mode);
        host.Lines.ShouldBe(["start", "i=5"]);
        host.Instance(instance.Id).Status.ShouldBe(WorkflowStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task ForkInLoop_EveryRound_JoinsOnce(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Loops/fork-in-loop", mode);
        host.Lines.ShouldBe(["start", "A1", "B1", "A2", "B2", "A3", "B3", "end"]);
    }

    [Fact]
    public async Task Backward_NotThroughTheTarget_IsWarnedOfAndFaults()
    {
        var host = new EngineHost(RunMode.Straight);
        var definition = WorkflowDefinition.Parse(await File.ReadAllBytesAsync(Scenario.PathOf("Loops/unstructured")));
        host.Compiler.Compile(definition, host.Definitions).Warnings.ShouldContain(w => w.Message.Contains("回退连线", StringComparison.Ordinal));
        var instance = await host.StartAsync(definition);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain("每条路径都必须经过");
    }

    [Fact]
    public async Task Endless_BeyondTheStepLimit_BecomesAnIncident()
    {
        var host = new EngineHost(RunMode.Straight, options: new RunnerOptions { MaxSteps = 500 });
        var instance = await host.StartFileAsync(Scenario.PathOf("Loops/endless"));
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain("死循环");
    }
}
