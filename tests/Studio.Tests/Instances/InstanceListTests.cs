using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Instances;

[Collection(StudioCollection.Name)]
public sealed class InstanceListTests(StudioProduct product)
{
    [Fact]
    public async Task List_HasTheShapeThatTheDesignerReads()
    {
        var started = await StartAsync("list-shape");
        var page = await (await product.AsAsync("a.manager")).AskAsync("/workflow-instances", Question(correlation: "list-shape"));
        Elsa.Names(page).ShouldBe(["items", "totalCount", "links"]);
        var row = Read.Items(page["items"]).ShouldHaveSingleItem();
        Elsa.Names(row).ShouldBe(
        [
            "id", "definitionId", "definitionVersionId", "version", "status", "subStatus", "correlationId", "name", "incidentCount", "isSystem", "createdAt",
            "updatedAt", "finishedAt",
        ]);
        Read.Text(row["id"]).ShouldBe(started);
        (Read.Text(row["status"]), Read.Text(row["subStatus"])).ShouldBe(("Running", "Suspended"));
        row["finishedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task List_IsPagedFilteredAndSorted()
    {
        var key = "list-paged";
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add(await StartAsync(key));
        var client = await product.AsAsync("a.process");
        (await client.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{ids[0]}")).Expect(200);
        (await IdsAsync(client, Question(correlation: key, page: 0, size: 2))).ShouldBe([ids[4], ids[3]]);
        (await IdsAsync(client, Question(correlation: key, page: 2, size: 2))).ShouldBe([ids[0]]);
        (await IdsAsync(client, Question(correlation: key, direction: "Ascending"))).ShouldBe(ids);
        (await IdsAsync(client, With(Question(correlation: key), "status", "Finished"))).ShouldBe([ids[0]]);
        (await IdsAsync(client, With(Question(correlation: key), "subStatus", "Cancelled"))).ShouldBe([ids[0]]);
        (await IdsAsync(client, With(Question(correlation: key), "subStatuses", new JsonArray("Suspended", "Faulted")))).Count.ShouldBe(4);
        (await IdsAsync(client, With(Question(correlation: key), "subStatus", "Interrupted"))).ShouldBeEmpty();
        (await IdsAsync(client, With(Question(correlation: key), "definitionIds", new JsonArray("test-waiting")))).Count.ShouldBe(5);
        (await IdsAsync(client, With(Question(correlation: key), "definitionId", "another"))).ShouldBeEmpty();
        (await IdsAsync(client, With(Question(correlation: key), "searchTerm", "等待的测试"))).Count.ShouldBe(5);
        (await IdsAsync(client, With(Question(correlation: key), "searchTerm", "没有这样的"))).ShouldBeEmpty();
        var moment = new JsonObject { ["column"] = "FinishedAt", ["operator"] = "GreaterThan", ["timestamp"] = "2026-01-01T00:00:00Z" };
        (await IdsAsync(client, With(Question(correlation: key), "timestampFilters", new JsonArray(moment)))).ShouldBe([ids[0]]);
        var later = new JsonObject { ["column"] = "CreatedAt", ["operator"] = "GreaterThanOrEqual", ["timestamp"] = "2036-01-01T00:00:00Z" };
        (await IdsAsync(client, With(Question(correlation: key), "timestampFilters", new JsonArray(later)))).ShouldBeEmpty();
        (await IdsAsync(client, [])).Count.ShouldBeGreaterThanOrEqualTo(5);
        (await client.PostAsync(Elsa.Base + "/workflow-instances", Question(size: 100000))).ExpectProblem(400);
    }

    [Fact]
    public async Task Incidents_AreCountedWhileOpen()
    {
        await product.PublishAsync(new PlainFlow("test-breaking").Add("bad", "Elsa.Fault", ("message", "String", "坏了")).WaitFor("go").Build());
        var client = await product.AsAsync("a.process");
        var id = await product.ExecuteAsync("test-breaking", "list-incident");
        (await IdsAsync(client, With(Question(correlation: "list-incident"), "hasIncidents", true))).ShouldBe([id]);
        (await IdsAsync(client, With(Question(correlation: "list-incident"), "hasIncidents", false))).ShouldBeEmpty();
        var state = (await client.ReadAsync($"/workflow-instances/{id}"))["workflowState"]!;
        var incident = Read.Items(state["incidents"]).ShouldHaveSingleItem();
        Elsa.Names(incident).ShouldBe(["activityId", "activityNodeId", "activityType", "message", "exception", "timestamp"]);
        Read.Text(incident["activityNodeId"]).ShouldBe("Workflow1:main:bad");
        var run = Read.Items((await client.GetAsync($"/api/instances/{id}")).Expect(200).Json["incidents"])[0]["activityInstanceId"]!.GetValue<int>();
        (await client.PostAsync($"/api/instances/{id}/skip", new JsonObject { ["activityInstanceId"] = run })).Expect(200);
        (await IdsAsync(client, With(Question(correlation: "list-incident"), "hasIncidents", true))).ShouldBeEmpty();
    }

    [Fact]
    public async Task OtherOrganisations_SeeNothing_AndOthersAreRefused()
    {
        var id = await StartAsync("list-own");
        var other = await product.AsAsync("b.process");
        (await IdsAsync(other, Question(correlation: "list-own"))).ShouldBeEmpty();
        foreach (var path in (string[])["", "/execution-state", "/variables", "/journal"])
            (await other.GetAsync($"{Elsa.Base}/workflow-instances/{id}{path}")).ExpectProblem(404, "INSTANCE-NOT-FOUND");
        (await other.PostAsync($"{Elsa.Base}/workflow-instances/{id}/journal")).ExpectProblem(404);
        (await other.GetAsync($"{Elsa.Base}/activity-executions/list?workflowInstanceId={id}")).ExpectProblem(404);
        (await other.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{id}")).ExpectProblem(400, "INSTANCE-NOT-FOUND");
        var stranger = await product.AsAsync("a.quality");
        (await stranger.PostAsync(Elsa.Base + "/workflow-instances")).ExpectProblem(403);
        (await stranger.GetAsync($"{Elsa.Base}/workflow-instances/{id}")).ExpectProblem(403);
        (await product.Site.Nobody.PostAsync(Elsa.Base + "/workflow-instances")).ExpectProblem(401);
    }

    private async Task<string> StartAsync(string correlation)
    {
        await product.PublishWaitingAsync();
        return await product.ExecuteAsync("test-waiting", correlation);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(ApiClient client, JsonObject question) =>
        [.. Read.Items((await client.AskAsync("/workflow-instances", question))["items"]).Select(row => Read.Text(row["id"]))];

    private static JsonObject With(JsonObject question, string name, JsonNode value)
    {
        question[name] = value;
        return question;
    }

    private static JsonObject Question(string? correlation = null, int page = 0, int size = 10, string direction = "Descending") => new()
    {
        ["page"] = page, ["pageSize"] = size, ["searchTerm"] = "", ["definitionId"] = null, ["definitionIds"] = new JsonArray(), ["correlationId"] = correlation,
        ["version"] = null, ["hasIncidents"] = null, ["isSystem"] = false, ["status"] = null, ["statuses"] = new JsonArray(), ["subStatus"] = null,
        ["subStatuses"] = new JsonArray(), ["orderBy"] = null, ["orderDirection"] = direction, ["timestampFilters"] = new JsonArray(),
    };
}
