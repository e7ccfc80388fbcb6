using System.Text.Json.Nodes;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;
using Bpm.Engine.Tests.Scenarios;

namespace Bpm.Engine.Tests.Migration;

/// <summary>Every kind of activity that waits, in a flowchart that gets a step before and a step after it.</summary>
public sealed class WaitingMoveTests
{
    [Theory]
    [EveryMode("Delay", "timeSpan", "03:00:00"), EveryMode("Timer", "interval", "03:00:00")]
    [EveryMode("StartAt", "dateTime", "2026-09-30T11:00:00Z"), EveryMode("Cron", "cronExpression", "0 0 11 * * *")]
    public async Task Move_Timer_KeepsItsDueTime(RunMode mode, string type, string input, string value)
    {
        var (host, id) = await StartAsync(mode, Draft.Of("w", type, (input, "String", value)));
        var before = host.Instance(id).Bookmarks.ShouldHaveSingleItem();
        host.Clock.MoveTo(host.Clock.GetUtcNow().AddHours(1));
        var later = value.Replace("03:00", "09:00", StringComparison.Ordinal).Replace("11", "17", StringComparison.Ordinal);
        (await host.MoveAsync(id, Target(Draft.Of("w", type, (input, "String", later))))).Problems.ShouldBeEmpty();
        host.Instance(id).Bookmarks.ShouldHaveSingleItem().ShouldBe(before);
        host.Store.TimerCount(id).ShouldBe(1);
        await host.AdvanceAsync(before.DueAt!.Value - host.Clock.GetUtcNow());
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode]
    public async Task Move_Event_IsHeardUnderItsNewName(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Wait("w", "old-name"));
        var before = host.Instance(id).Bookmarks.ShouldHaveSingleItem();
        (await host.MoveAsync(id, Target(Draft.Wait("w", "new-name")))).Problems.ShouldBeEmpty();
        host.Instance(id).Bookmarks.ShouldHaveSingleItem().Id.ShouldBe(before.Id);
        host.ShouldBeConsistent(id);
        (await host.SendAsync("old-name")).ShouldBe(0);
        (await host.SendAsync("new-name")).ShouldBe(1);
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode]
    public async Task Move_RunTask_KeepsTheTask(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Of("w", "RunTask", ("taskName", "String", "measure")));
        (await host.MoveAsync(id, Target(Draft.Of("w", "RunTask", ("taskName", "String", "other"))))).Problems.ShouldBeEmpty();
        var task = host.RequestedTasks.ShouldHaveSingleItem();
        (await host.CompleteTaskAsync(task.TaskId)).ShouldBe(1);
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode("ExecuteWorkflow"), EveryMode("DispatchWorkflow"), EveryMode("BulkDispatchWorkflows")]
    public async Task Move_WaitForChildInstances_HearsTheirEnd(RunMode mode, string type)
    {
        var host = new EngineHost(mode);
        host.Definitions.Add(Child(Draft.Wait("inner", "child-goes-on"), "other"));
        JsonNode Wait() => Draft.Of("w", type, ("workflowDefinitionId", "String", "other"), ("waitForCompletion", "Boolean", "true"), ("items", "Object", "[1,2]"));
        var id = (await host.StartAsync(host.Definitions.Add(Source(Wait())))).Id;
        (await host.MoveAsync(id, Target(Wait()))).Problems.ShouldBeEmpty();
        host.Lines.ShouldBe(["a"]);
        await host.SendAsync("child-goes-on");
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode]
    public async Task Move_ToAnotherTypeOrOutOfSight_IsRefused(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Wait("w"));
        await RefusedAsync(host, id, Target(Draft.Of("w", "Delay", ("timeSpan", "TimeSpan", "01:00:00"))), MigrationProblemKind.StepTypeDiffers);
        await RefusedAsync(host, id, Target(Draft.Wait("renamed", "w")), MigrationProblemKind.StepUnmapped);
        await RefusedAsync(host, id, Target(Draft.Container("box", "Sequence", "activities", Draft.Wait("w"))), MigrationProblemKind.StepUnmapped);
        var byHand = new Dictionary<string, string> { ["Workflow1:flow:w"] = "Workflow1:flow:box:w" };
        var inside = await host.MoveAsync(id, Target(Draft.Container("box", "Sequence", "activities", Draft.Wait("w"))), byHand);
        inside.Problems.ShouldHaveSingleItem().Kind.ShouldBe(MigrationProblemKind.ContainerDiffers);
        (await host.MoveAsync(id, Target(Draft.Wait("renamed", "w")), new Dictionary<string, string> { ["Workflow1:flow:w"] = "Workflow1:flow:renamed" })).Problems.ShouldBeEmpty();
        await host.SendAsync("w");
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode]
    public async Task Move_InstanceThatHasEnded_IsRefused(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Step("w"));
        await RefusedAsync(host, id, Target(Draft.Step("w")), MigrationProblemKind.InstanceEnded);
    }

    [Theory, EveryMode]
    public async Task Move_FaultedInstance_IsRetriedByTheNewVersion(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Script("w", "WriteLine", "text", "JSON.parse('{')"));
        host.Instance(id).SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        (await host.MoveAsync(id, Target(Draft.Step("w")))).Problems.ShouldBeEmpty();
        await host.RetryAsync(id);
        host.Lines.ShouldBe(["a", "w", "after", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_PausedInstance_DeliversWhatCameMeanwhile(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Wait("w"));
        await host.PauseAsync(id);
        await host.SendAsync("w");
        (await host.MoveAsync(id, Target(Draft.Wait("w")))).Problems.ShouldBeEmpty();
        host.Lines.ShouldBe(["a"]);
        await host.UnpauseAsync(id);
        ShouldHaveGoneOn(host, id);
    }

    [Theory, EveryMode]
    public async Task Move_Variables_GoByNameAndAreConvertedToTheNewType(RunMode mode)
    {
        var (host, id) = await FlowMoveTests.StartAsync(mode, new Draft(1).Variable("count", "String", "12").Variable("gone", "String", "kept").Variable("same", "Int32", "7").Waits("w"));
        var target = new Draft(2).Variable("same", "Int32", "1").Variable("count", "Int32", "0").Variable("fresh", "String", "new").Waits("w");
        (await host.MoveAsync(id, target.Build())).Problems.ShouldBeEmpty();
        var moved = host.Instance(id);
        (moved.GetVariable("count"), moved.GetVariable("same"), moved.GetVariable("fresh")).ShouldBe((12, 7, "new"));
        (await host.MoveAsync(id, new Draft(3).Variable("gone", "String").Variable("count", "String").Waits("w").Build())).Problems.ShouldBeEmpty();
        (host.Instance(id).GetVariable("gone"), host.Instance(id).GetVariable("count")).ShouldBe(("kept", "12"));
        await host.SetVariableAsync(id, "gone", "no number");
        await RefusedAsync(host, id, new Draft(4).Variable("gone", "Int32").Waits("w").Build(), MigrationProblemKind.VariableDiffers);
    }

    [Theory, EveryMode]
    public async Task Move_InsideOfAChildWorkflow_GoesOnInItsNewVersion(RunMode mode)
    {
        var host = new EngineHost(mode);
        host.Definitions.Add(Child(Draft.Wait("inner"), "part"));
        var id = (await host.StartAsync(host.Definitions.Add(Source(Use("part"))))).Id;
        host.Definitions.Add(Child(Draft.Wait("inner"), "part", 2, "inner-after"));
        (await host.MoveAsync(id, Target(Use("part")))).Problems.ShouldBeEmpty();
        await host.SendAsync("inner");
        host.Lines.ShouldBe(["a", "inner-after", "after", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }

    [Theory, EveryMode]
    public async Task Move_Instance_IsInItsJournalWithTheOldPathsBeforeIt(RunMode mode)
    {
        var (host, id) = await StartAsync(mode, Draft.Wait("w"));
        var before = host.Store.Journal(id);
        await host.MoveAsync(id, Target(Draft.Wait("w")));
        var after = host.Store.Journal(id);
        after.Take(before.Count).Select(e => (e.Sequence, e.NodePath, e.EventName)).ShouldBe(before.Select(e => (e.Sequence, e.NodePath, e.EventName)));
        after[^1].EventName.ShouldBe("Migrated");
        after[^1].Message.ShouldBe("moving-v1 → moving-v2, tester");
    }

    private static async Task<(EngineHost Host, string Id)> StartAsync(RunMode mode, JsonNode wait)
    {
        var host = new EngineHost(mode);
        return (host, (await host.StartAsync(host.Definitions.Add(Source(wait)))).Id);
    }

    private static WorkflowDefinition Source(JsonNode wait) => new Draft(1).Steps("a", "c").Add(wait).Connect($"a > {Id(wait)} > c").Build();

    private static WorkflowDefinition Target(JsonNode wait) =>
        new Draft(2).Steps("a", "before", "after", "c").Add(wait).Connect($"a > before > {Id(wait)} > after > c").Build();

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();

    private static JsonObject Use(string definitionId) => new JsonObject { ["id"] = "w", ["type"] = "Used", ["workflowDefinitionId"] = definitionId };

    private static WorkflowDefinition Child(JsonNode wait, string definitionId, int version = 1, params string[] after)
    {
        var json = JsonNode.Parse(new Draft(version).Root(Draft.Container("all", "Sequence", "activities", [wait, .. after.Select(Draft.Step)])).Build().ToJson())!;
        (json["definitionId"], json["id"], json["name"]) = (definitionId, $"{definitionId}-v{version}", definitionId);
        return WorkflowDefinition.Parse(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static async Task RefusedAsync(EngineHost host, string id, WorkflowDefinition target, MigrationProblemKind kind)
    {
        var result = await host.MoveAsync(id, target);
        result.Problems.ShouldHaveSingleItem().Kind.ShouldBe(kind, result.Problems[0].Text);
        result.Burst.ShouldBeNull();
    }

    private static void ShouldHaveGoneOn(EngineHost host, string id)
    {
        host.Lines.ShouldBe(["a", "after", "c"]);
        host.ShouldBeFinished(host.Instance(id));
    }
}
