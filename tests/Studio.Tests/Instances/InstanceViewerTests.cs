using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Instances;

[Collection(StudioCollection.Name)]
public sealed class InstanceViewerTests(StudioProduct product)
{
    [Fact]
    public async Task Case_IsShownWithPathWaitsAndVariables()
    {
        var (client, id, number) = await CaseAsync("C02", "a.hotline", "a.supervisor", "a.process");
        var instance = await client.ReadAsync($"/workflow-instances/{id}");
        Read.Text(instance["correlationId"]).ShouldBe(number);
        var state = instance["workflowState"]!;
        foreach (var name in (string[])
            ["id", "definitionId", "definitionVersionId", "definitionVersion", "correlationId", "status", "subStatus", "bookmarks", "incidents", "fault", "completionCallbacks",
                "activityExecutionContexts", "input", "output", "properties", "createdAt", "updatedAt", "finishedAt"])
            Elsa.Names(state).ShouldContain(name);
        var bookmark = Read.Items(state["bookmarks"])[0];
        foreach (var name in (string[])["id", "name", "hash", "payload", "activityNodeId", "activityInstanceId", "autoBurn", "callbackMethodName", "metadata"])
            Elsa.Names(bookmark).ShouldContain(name);
        Read.Text(bookmark["activityNodeId"]).ShouldStartWith("Workflow1:");
        var variables = await client.ReadAsync($"/workflow-instances/{id}/variables");
        Elsa.Names(variables).ShouldBe(["items", "count"]);
        Elsa.Names(Read.Items(variables["items"])[0]).ShouldBe(["id", "name", "value"]);
        var execution = await client.ReadAsync($"/workflow-instances/{id}/execution-state");
        Elsa.Names(execution).ShouldBe(["status", "workflowSubStatus", "updatedAt"]);
        Read.Text(execution["status"]).ShouldBe("Running");
    }

    [Fact]
    public async Task Journal_IsFilteredAndPaged()
    {
        var (client, id, _) = await CaseAsync("C02", "a.hotline", "a.supervisor", "a.process");
        var all = await JournalAsync(client, id, 0, 500, null);
        Elsa.Names(all).ShouldBe(["items", "totalCount", "links"]);
        var entries = Read.Items(all["items"]);
        all["totalCount"]!.GetValue<int>().ShouldBe(entries.Count);
        Elsa.Names(entries[0]).ShouldBe(
        [
            "id", "activityInstanceId", "parentActivityInstanceId", "activityId", "activityType", "activityTypeVersion", "activityName", "nodeId", "timestamp", "sequence",
            "eventName", "message", "source", "activityState", "payload",
        ]);
        entries.Select(entry => entry["sequence"]!.GetValue<long>()).ShouldBe(Enumerable.Range(1, entries.Count).Select(n => (long)n));
        var second = Read.Items((await JournalAsync(client, id, 3, 4, null))["items"]);
        second.Select(entry => entry["sequence"]!.GetValue<long>()).ShouldBe([4, 5, 6, 7]);
        var shown = await JournalAsync(client, id, 0, 500, new JsonObject { ["activityIds"] = null, ["activityNodeIds"] = null, ["excludedActivityTypes"] = new JsonArray("Elsa.Workflow", "Elsa.Flowchart"), ["eventNames"] = null });
        Read.Items(shown["items"]).Count.ShouldBeLessThan(entries.Count);
        Read.Items(shown["items"]).Select(entry => Read.Text(entry["activityType"])).ShouldNotContain("Elsa.Flowchart");
        var nodeId = Read.Text(Read.Items(shown["items"])[0]["nodeId"]);
        var one = await JournalAsync(client, id, 0, 500, new JsonObject { ["activityNodeIds"] = new JsonArray(nodeId), ["eventNames"] = new JsonArray("Completed") });
        Read.Items(one["items"]).ShouldAllBe(entry => Read.Text(entry["nodeId"]) == nodeId && Read.Text(entry["eventName"]) == "Completed");
        Read.Texts(Read.Items(one["items"])[0]["payload"]!["Outcomes"]).ShouldNotBeEmpty();
        (await client.ReadAsync($"/workflow-instances/{id}/journal?skip=0&take=5"))["totalCount"]!.GetValue<int>().ShouldBe(entries.Count);
        (await client.PostAsync($"{Elsa.Base}/workflow-instances/{id}/journal?skip=0&take=9999")).ExpectProblem(400);
    }

    [Fact]
    public async Task Runs_TellWhatEachActivityDid()
    {
        var (client, id, _) = await CaseAsync("C02", "a.hotline", "a.supervisor", "a.process");
        var list = await client.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}");
        Elsa.Names(list).ShouldBe(["items", "count"]);
        var waiting = Read.Items(list["items"]).First(run => run["hasBookmarks"]!.GetValue<bool>());
        Elsa.Names(waiting).ShouldBe(
        [
            "id", "workflowInstanceId", "activityId", "activityNodeId", "activityType", "activityTypeVersion", "activityName", "activityState", "payload", "outputs",
            "properties", "metadata", "exception", "startedAt", "hasBookmarks", "status", "aggregateFaultCount", "completedAt", "schedulingActivityExecutionId",
            "schedulingActivityId", "schedulingWorkflowInstanceId", "callStackDepth",
        ]);
        Read.Text(waiting["status"]).ShouldBe("Running");
        var nodeId = Read.Text(waiting["activityNodeId"]);
        Read.Items((await client.ReadAsync($"/activity-executions/list?workflowInstanceId={id}&activityNodeId={Uri.EscapeDataString(nodeId)}"))["items"])
            .ShouldHaveSingleItem().ToJsonString().ShouldBe(waiting.ToJsonString());
        Read.Items((await client.ReadAsync($"/activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId={Uri.EscapeDataString(nodeId)}"))["items"]).ShouldHaveSingleItem();
        var runId = Uri.EscapeDataString(Read.Text(waiting["id"]));
        (await client.ReadAsync($"/activity-executions/by-id?id={runId}")).ToJsonString().ShouldBe(waiting.ToJsonString());
        var stack = await client.ReadAsync($"/activity-executions/{runId}/call-stack?includeCrossWorkflowChain=True&skip=0&take=100");
        Elsa.Names(stack).ShouldBe(["activityExecutionId", "items", "totalCount"]);
        Read.Text(Read.Items(stack["items"])[^1]["id"]).ShouldBe(Read.Text(waiting["id"]));
        stack["totalCount"]!.GetValue<int>().ShouldBe(waiting["callStackDepth"]!.GetValue<int>() + 1);
        (await client.GetAsync(Elsa.Base + "/activity-executions/by-id?id=nonsense")).ExpectProblem(404);
        (await client.ReadAsync($"/resilience/retries/{runId}"))["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Report_CountsRunsOfTheActivitiesAskedFor()
    {
        var (client, id, _) = await CaseAsync("C02", "a.hotline", "a.supervisor", "a.process");
        var runs = Read.Items((await client.ReadAsync($"/activity-executions/list?WorkflowInstanceId={id}"))["items"]);
        var (waiting, done) = (runs.First(run => run["hasBookmarks"]!.GetValue<bool>()), runs.First(run => Read.Text(run["status"]) == "Completed"));
        var asked = new JsonArray(Read.Text(waiting["activityNodeId"]), Read.Text(done["activityNodeId"]), "Workflow1:nothing");
        var stats = Read.Items((await client.AskAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = asked }))["stats"]);
        stats.Count.ShouldBe(2);
        Elsa.Names(stats[0]).ShouldBe(["activityId", "activityNodeId", "startedCount", "completedCount", "uncompletedCount", "isBlocked", "isFaulted", "metadata"]);
        var blocked = stats.Single(node => node["isBlocked"]!.GetValue<bool>());
        (Read.Text(blocked["activityNodeId"]), blocked["uncompletedCount"]!.GetValue<int>()).ShouldBe((Read.Text(waiting["activityNodeId"]), 1));
        stats.Single(node => node != blocked)["completedCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task ConfidentialCase_ShowsStatusAndVersionOnly_ButAllToItsReaders()
    {
        var (admin, id, number) = await CaseAsync("C13", "b.hotline", "b.director", "b.process");
        var instance = await admin.ReadAsync($"/workflow-instances/{id}");
        (Read.Text(instance["status"]), Read.Text(instance["correlationId"])).ShouldBe(("Running", number));
        foreach (var name in (string[])["bookmarks", "incidents"])
            Read.Items(instance["workflowState"]![name]).ShouldBeEmpty();
        Elsa.Names(instance["workflowState"]!["input"]).ShouldBeEmpty();
        (await JournalAsync(admin, id, 0, 100, null))["totalCount"]!.GetValue<int>().ShouldBe(0);
        Read.Items((await admin.ReadAsync($"/activity-executions/list?workflowInstanceId={id}"))["items"]).ShouldBeEmpty();
        (await admin.GetAsync($"{Elsa.Base}/activity-executions/by-id?id={id}%3A1")).ExpectProblem(404);
        Read.Items((await admin.AskAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id }))["stats"]).ShouldBeEmpty();
        var variables = Read.Items((await admin.ReadAsync($"/workflow-instances/{id}/variables"))["items"]);
        variables.ShouldNotBeEmpty();
        variables.ShouldAllBe(variable => Read.Text(variable["value"]) == "（保密）");
        Read.Text((await admin.ReadAsync($"/workflow-instances/{id}/execution-state"))["status"]).ShouldBe("Running");
        var export = (await admin.GetAsync($"{Elsa.Base}/workflow-instances/{id}/export")).Expect(200).Json;
        Read.Items(export["workflowExecutionLogRecords"]).ShouldBeEmpty();
        Read.Items(export["activityExecutionRecords"]).ShouldBeEmpty();
    }

    private async Task<(ApiClient Client, string Id, string Number)> CaseAsync(string sample, string registrar, string reader, string viewer)
    {
        var number = Read.Text((await product.Site.RegisterAsync(registrar, Complaint.Sample(sample)))["number"]);
        var id = Read.Text((await (await product.AsAsync(reader)).CaseAsync(number))["workflow"]!["instanceId"]);
        return (await product.AsAsync(viewer), id, number);
    }

    private static Task<JsonNode> JournalAsync(ApiClient client, string id, int skip, int take, JsonObject? filter) =>
        client.AskAsync($"/workflow-instances/{id}/journal?skip={skip}&take={take}", new JsonObject { ["filter"] = filter });
}
