using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Triggers;

namespace Bpm.Engine.Tests.Scenarios.Triggers;

public sealed class TriggerTests
{
    [Theory, EveryMode]
    public async Task Event_OfTwoTriggers_StartsAtTheOneThatFired(RunMode mode)
    {
        var host = await PublishAsync("two-events", mode);
        (await host.SendAsync("other", 1, "case-1")).ShouldBe(1);
        host.Lines.ShouldBe(["b", "end"]);
        var instance = host.Instance(host.Triggered.Single());
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        instance.CorrelationId.ShouldBe("case-1");
        host.Completed(instance.Id).ShouldBe(["other", "b", "end", "f", "Workflow1"]);
        (await host.SendAsync("go", "张三")).ShouldBe(1);
        host.Lines[2..].ShouldBe(["a 张三", "end"]);
        (await host.SendAsync("third")).ShouldBe(0);
    }

    [Theory, EveryMode]
    public async Task Event_InASequence_DoesNotWaitOnceAndThenDoes(RunMode mode)
    {
        var host = await PublishAsync("in-sequence", mode);
        (await host.SendAsync("go", "A")).ShouldBe(1);
        host.Lines.ShouldBe(["one", "two A"]);
        var first = host.Triggered.Single();
        host.Instance(first).Bookmarks.Count.ShouldBe(1);
        // The second event starts an instance more, and resumes the first.
        (await host.SendAsync("go", "B")).ShouldBe(2);
        host.Lines[2..].ShouldBe(["one", "two B", "three B"]);
        host.Instance(first).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        host.Instance(host.Triggered[1]).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        host.ShouldBeConsistent(host.Triggered[1]);
    }

    [Theory, EveryMode]
    public async Task Event_LoopComesBackToTheTrigger_WaitsThere(RunMode mode)
    {
        var host = await PublishAsync("loop-back", mode);
        await host.SendAsync("again", "first");
        host.Lines.ShouldBe(["x first"]);
        var instance = host.Instance(host.Triggered.Single());
        await host.ResumeAsync(instance.Id, instance.Bookmarks.Single().Id, "last");
        host.Lines.ShouldBe(["x first", "x last", "end"]);
        host.Instance(instance.Id).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory, EveryMode]
    public async Task Start_ByHand_WaitsAtTheTrigger(RunMode mode)
    {
        var (host, instance) = await Scenario.StartAsync("Triggers/loop-back", mode);
        host.Lines.ShouldBeEmpty();
        instance.Bookmarks.Count.ShouldBe(1);
    }

    [Theory, EveryMode]
    public async Task Trigger_InANestedFlowchart_BeginsThereWhenItsTurnComes(RunMode mode)
    {
        var host = await PublishAsync("nested", mode);
        await host.SendAsync("deep");
        host.Lines.ShouldBe(["q"]);
        host.Completed(host.Triggered.Single()).ShouldBe(["first", "e", "q", "box", "f", "Workflow1"]);
    }

    [Theory, EveryMode]
    public async Task Event_NamedByAVariable_TakesItsInitialValue(RunMode mode)
    {
        var host = await PublishAsync("named-by-variable", mode);
        (await host.SendAsync("pump-go")).ShouldBe(1);
        host.Lines.ShouldBe(["named"]);
    }

    [Theory, EveryMode]
    public async Task Publish_NewVersionWithoutTheTrigger_StartsNoMore(RunMode mode)
    {
        var host = await PublishAsync("two-events", mode);
        var silent = System.Text.Encoding.UTF8.GetString(host.Definitions.FindPublished("two-events")!.With("two-events-v2", 2, true, true).ToJson())
            .Replace("\"canStartWorkflow\": true", "\"canStartWorkflow\": false", StringComparison.Ordinal);
        (await host.PublishAsync(WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(silent)))).Triggers.ShouldBeEmpty();
        (await host.SendAsync("go")).ShouldBe(0);
    }

    [Fact]
    public async Task Triggers_OfAGraph_TellPathKindHashAndTimetable()
    {
        var graph = await new EngineHost(RunMode.Straight).PublishFileAsync(Scenario.PathOf("Triggers/tick-and-hour"));
        graph.Triggers.Select(t => (t.NodePath, t.ActivityId, t.ActivityType, t.Kind, t.Payload, t.Timetable?.Text)).ShouldBe(
        [
            ("Workflow1:f:t", "t", "Elsa.Timer", TriggerKind.Schedule, null, "00:25:00"),
            ("Workflow1:f:c", "c", "Elsa.Cron", TriggerKind.Schedule, null, "0 0 * * * *"),
            ("Workflow1:f:e", "e", "Elsa.Event", TriggerKind.Stimulus, "now", null),
        ]);
        graph.Triggers.Select(t => t.Hash).ShouldBe([null, null, Bookmarks.Stimulus.Hash(Bookmarks.Stimulus.Event, "now")]);
    }

    [Fact]
    public async Task Triggers_OfAChildWorkflow_AreNotItsCallers()
    {
        var host = new EngineHost(RunMode.Straight);
        (await host.PublishFileAsync(Scenario.PathOf("Triggers/uses-it"))).Triggers.ShouldBeEmpty();
        (await host.PublishAsync(host.Definitions.FindPublished("starts-itself")!)).Triggers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Triggers_OfAnActivityThatIsNone_AreNone() =>
        (await new EngineHost(RunMode.Straight).PublishFileAsync(Scenario.PathOf("Triggers/no-trigger"))).Triggers.ShouldBeEmpty();

    private static async Task<EngineHost> PublishAsync(string name, RunMode mode)
    {
        var host = new EngineHost(mode);
        await host.PublishFileAsync(Scenario.PathOf("Triggers/" + name));
        return host;
    }
}
