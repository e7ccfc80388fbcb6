using System.Text;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Tests.Scenarios.Children;

public sealed class ChildWorkflowTests
{
    [Theory, EveryMode]
    public async Task Child_CompletesWithAnOutcome_CallerTakesThatPortAndTheOutput(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Children/caller", mode);
        host.Lines.ShouldBe(["child said small:5"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Children_Waiting_KeepTheirOwnVariables(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Children/two-waiters", mode);
        host.Instance(instance.Id).Bookmarks.Count.ShouldBe(2);
        (await host.SendAsync("child")).ShouldBe(2);
        host.Lines.ShouldBe(["start", "in child", "in child", "in parent"]);
    }

    [Fact]
    public void Child_ItselfInside_IsRefused()
    {
        var definitions = new DefinitionFolder().AddFolder(Path.GetDirectoryName(Scenario.PathOf("Children/self"))!);
        var compiler = new EngineHost(RunMode.Straight).Compiler;
        Should.Throw<InvalidDefinitionException>(() => compiler.Compile(definitions.FindPublished("self")!, definitions))
            .Message.ShouldContain("直接或间接地包含自己");
    }

    [Fact]
    public async Task Pin_ChildPublishedAnew_RunningInstancesKeepTheirs()
    {
        var host = new EngineHost(RunMode.Reloaded);
        host.Definitions.AddFolder(Path.GetDirectoryName(Scenario.PathOf("Children/caller"))!);
        var parent = host.Compiler.Pin(host.Definitions.FindPublished("two-waiters")!, host.Definitions);
        var instance = await host.StartAsync(parent);
        var newer = Encoding.UTF8.GetString(host.Definitions.FindPublished("waiter")!.With("waiter-v2", 2, true, true).ToJson())
            .Replace("in child", "newer", StringComparison.Ordinal).Replace("\"w\"", "\"w2\"", StringComparison.Ordinal);
        host.Definitions.Add(WorkflowDefinition.Parse(Encoding.UTF8.GetBytes(newer)));

        var again = host.Compiler.Compile(parent, host.Definitions);
        again.Children.Values.ShouldAllBe(v => v == "waiter-v1");
        WorkflowRunner.Bind(again, (await host.Store.FindAsync(instance.Id, default))!);
        host.Compiler.Pin(host.Definitions.FindPublished("two-waiters")!, host.Definitions).ShouldNotBe(parent);
    }

    [Fact]
    public void Graph_OfAParent_PinsTheChildsVersion()
    {
        var definitions = new DefinitionFolder().AddFolder(Path.GetDirectoryName(Scenario.PathOf("Children/caller"))!);
        var graph = new EngineHost(RunMode.Straight).Compiler.Compile(definitions.FindPublished("caller")!, definitions);
        graph.Children.ShouldBe([KeyValuePair.Create("Workflow1:f:c", "check-v1")]);
        graph.Find("Workflow1:f:c")!.Activity.Ports.ShouldBe(["Big", "Small", "Done"]);
        graph.Warnings.ShouldBeEmpty();
    }
}
