using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Containers;

public sealed class ContainerTests
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Nested_WaitInsideIfInsideWhile_GoesOnWhereItWaited(bool reload)
    {
        var (host, instance) = await Scenario.StartAsync("Containers/nested", reload);
        host.Lines.ShouldBe(["one", "i1"]);
        host.Instance(instance.Id).GetVariable("I").ShouldBe(2);
        await host.SendAsync("two");
        host.Lines.ShouldBe(["one", "i1", "i3", "in1", "in2", "last"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task OwnVariables_SameNameAsOuter_HideIt(bool reload)
    {
        var (host, _) = await Scenario.StartAsync("Containers/own-variables", reload);
        host.Lines.ShouldBe(["inner", "inner!", "outer"]);
    }
}
