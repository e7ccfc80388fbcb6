using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Containers;

public sealed class ContainerTests
{
    [Theory, EveryMode]
    public async Task Nested_WaitInsideIfInsideWhile_GoesOnWhereItWaited(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/nested", mode);
        host.Lines.ShouldBe(["one", "i1"]);
        host.Instance(instance.Id).GetVariable("I").ShouldBe(2);
        await host.SendAsync("two");
        host.Lines.ShouldBe(["one", "i1", "i3", "in1", "in2", "last"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task OwnVariables_SameNameAsOuter_HideIt(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Containers/own-variables", mode);
        host.Lines.ShouldBe(["inner", "inner!", "outer"]);
    }

    [Theory, EveryMode]
    public async Task Container_ActivitiesOrBody_RunOneAfterAnother(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/container", mode);
        host.Lines.ShouldBe(["one"]);
        await host.SendAsync("go");
        host.Lines.ShouldBe(["one", "two", "three"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task FlowNode_BodyWaits_EndsWithIt(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/flow-node", mode);
        host.Lines.ShouldBeEmpty();
        await host.SendAsync("go");
        host.Lines.ShouldBe(["inside", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Sequence_EndInside_EndsThatSequenceOnly(RunMode mode)
    {
        var (host, _) = await Scenario.StartAsync("Containers/sequence-end", mode);
        host.Lines.ShouldBe(["a", "c"]);
    }
}
