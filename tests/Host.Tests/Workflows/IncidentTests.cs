using System.Text;
using System.Text.Json.Nodes;
using Bpm.HostKit;
using Microsoft.Data.Sqlite;

namespace Bpm.Host.Tests.Workflows;

/// <summary>Incidents are listed until somebody deals with them, and many are dealt with at once, each for itself.</summary>
public sealed class IncidentTests(WorkflowProduct product) : IClassFixture<WorkflowProduct>
{
    private const string Reason = "上游接口已修复";

    [Fact]
    public async Task Incidents_RetriedTogether_LeaveTheListOneByOne()
    {
        var admin = await product.Site.AsAsync("a.process");
        var mended = await StartAsync("incident-retry", "good");
        var open = await StartAsync("incident-retry", "bad");
        (await ListAsync(admin, "incident-retry")).Count.ShouldBe(2);
        (await admin.PostAsync($"/api/instances/{mended.Instance}/variables/state", new JsonObject { ["value"] = "ready", ["reason"] = Reason })).Expect(200);

        var report = await MendAsync(admin, "retry", Reason, mended, open, ("nowhere", 1));

        report["done"]!.GetValue<int>().ShouldBe(2);
        var results = Read.Items(report["results"]);
        results.Select(result => result["isDone"]!.GetValue<bool>()).ShouldBe([true, true, false]);
        Read.Text(results[0]["text"]).ShouldBe("已重试。");
        Read.Text(results[1]["text"]).ShouldBe("已重试，仍有异常。");
        Read.Text(results[2]["code"]).ShouldBe("INSTANCE-NOT-FOUND");
        var left = (await ListAsync(admin, "incident-retry")).ShouldHaveSingleItem();
        Read.Text(left["instanceId"]).ShouldBe(open.Instance);
        Read.Text(left["step"]).ShouldBe("核对");
        (await AuditAsync(mended.Instance)).ShouldBe([("instance.variable-set", $"incident-retry：{Reason}"), ("instance.retried", $"incident-retry：{Reason}")], ignoreOrder: true);
    }

    [Fact]
    public async Task Incidents_SkippedTogether_OneThatIsGoneUndoesNoOther()
    {
        var admin = await product.Site.AsAsync("a.process");
        var (first, second) = (await StartAsync("incident-skip", "bad"), await StartAsync("incident-skip", "bad"));
        (await admin.PostAsync($"/api/instances/{first.Instance}/skip", new JsonObject { ["activityInstanceId"] = first.Run })).Expect(200);

        var report = await MendAsync(admin, "skip", Reason, first, second);

        Read.Items(report["results"]).Select(result => (string?)result["code"]).ShouldBe(["INSTANCE-UNCHANGED", null]);
        (await ListAsync(admin, "incident-skip")).ShouldBeEmpty();
        (await AuditAsync(second.Instance)).ShouldBe([("instance.skipped", $"incident-skip：{Reason}")]);
    }

    [Fact]
    public async Task Instances_Cancelled_EndWithTheirIncidents()
    {
        var admin = await product.Site.AsAsync("a.process");
        var faulted = await StartAsync("incident-cancel", "bad");

        (await MendAsync(admin, "cancel", Reason, faulted))["done"]!.GetValue<int>().ShouldBe(1);

        (await ListAsync(admin, "incident-cancel")).ShouldBeEmpty();
        Read.Text((await admin.GetAsync($"/api/instances/{faulted.Instance}")).Expect(200).Json["subStatus"]).ShouldBe("cancelled");
        Read.Items((await MendAsync(admin, "cancel", Reason, faulted))["results"]).Select(result => (string?)result["code"]).ShouldBe(["INSTANCE-UNCHANGED"]);
    }

    [Fact]
    public async Task Variable_SetForMany_IsWrittenDownWithItsReason()
    {
        var admin = await product.Site.AsAsync("a.process");
        var (first, second) = (await StartAsync("incident-variable", "bad"), await StartAsync("incident-variable", "bad"));
        var body = Body(Reason, first, second);
        (body["name"], body["value"]) = ("state", "ready");

        var report = (await admin.PostAsync("/api/incidents/variables", body)).Expect(200).Json;

        report["done"]!.GetValue<int>().ShouldBe(2);
        (await ListAsync(admin, "incident-variable")).Count.ShouldBe(2);
        (await MendAsync(admin, "retry", Reason, first, second))["done"]!.GetValue<int>().ShouldBe(2);
        (await ListAsync(admin, "incident-variable")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Mending_WithoutAReason_IsRefusedAndChangesNothing(string? reason)
    {
        var admin = await product.Site.AsAsync("a.process");
        var failed = await StartAsync("incident-reason", "bad");

        (await admin.PostAsync("/api/incidents/skip", Body(reason, failed))).ExpectProblem(400, "REQUEST-INVALID", "reason");

        (await ListAsync(admin, "incident-reason")).ShouldContain(item => Read.Text(item["instanceId"]) == failed.Instance);
    }

    [Fact]
    public async Task Incidents_OfAnotherOrganisationOrWithoutTheRight_AreClosed()
    {
        var failed = await StartAsync("incident-rights", "bad");
        var other = await product.Site.AsAsync("b.process");
        (await ListAsync(other, "incident-rights")).ShouldBeEmpty();
        Read.Items((await MendAsync(other, "retry", Reason, failed))["results"]).Select(result => (string?)result["code"]).ShouldBe(["INSTANCE-NOT-FOUND"]);
        var reader = await product.Site.AsAsync("a.manager");
        (await ListAsync(reader, "incident-rights")).ShouldHaveSingleItem();
        (await reader.PostAsync("/api/incidents/retry", Body(Reason, failed))).ExpectProblem(403);
        (await (await product.Site.AsAsync("a.hotline")).GetAsync("/api/incidents")).ExpectProblem(403);
    }

    [Fact]
    public async Task IncidentOfAConfidentialCase_ShowsNotHowFarItIs()
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflow-definitions/liaocheng-water/discipline.json")))!;
        definition["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"breaks","type":"Elsa.WriteLine","version":1,"metadata":{"displayText":"暗记"},"text":{"typeName":"String","expression":{"type":"JavaScript","value":"JSON.parse('x')"}}}
            """));
        var connections = definition["root"]!["connections"]!.AsArray();
        connections.Single(connection => (string?)connection!["source"]!["activity"] == "start")!["target"]!["activity"] = "breaks";
        connections.Add(JsonNode.Parse("""{"source":{"activity":"breaks","port":"Done"},"target":{"activity":"fork","port":"In"}}"""));
        var published = await product.Host.ImportAsync("liaocheng-water", Encoding.UTF8.GetBytes(definition.ToJsonString()));
        published.IsRefused.ShouldBeFalse(published.IsRefused ? string.Join('\n', published.Refusal.Errors.Values.SelectMany(texts => texts)) : "");
        await product.Site.RegisterAsync("b.hotline", Complaint.Sample("C13"));

        var admin = await product.Site.AsAsync("b.process");
        var shown = (await ListAsync(admin, "liaocheng-water-discipline")).ShouldHaveSingleItem();

        shown["isMasked"]!.GetValue<bool>().ShouldBeTrue();
        (Read.Text(shown["step"]), Read.Text(shown["message"]), (string?)shown["activityId"]).ShouldBe(("（保密）", "（保密）", null));
        shown.ToJsonString().ShouldNotContain("暗记");
        var target = (Read.Text(shown["instanceId"]), shown["activityInstanceId"]!.GetValue<int>());
        Read.Items((await MendAsync(admin, "cancel", Reason, target))["results"]).Select(result => (string?)result["code"]).ShouldBe(["INSTANCE-OF-CASE"]);
        Read.Items((await MendAsync(admin, "skip", Reason, target))["results"]).ShouldHaveSingleItem().ToJsonString().ShouldNotContain("暗记");
        (await ListAsync(admin, "liaocheng-water-discipline")).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_IsPagedAndCountedByWorkflow()
    {
        var admin = await product.Site.AsAsync("a.process");
        for (var i = 0; i < 3; i++)
            await StartAsync("incident-pages", "bad");

        var page = (await admin.GetAsync("/api/incidents?definitionId=incident-pages&page=1&pageSize=2")).Expect(200).Json;

        page["totalCount"]!.GetValue<int>().ShouldBe(3);
        Read.Items(page["items"]).Count.ShouldBe(1);
        Read.Items(page["definitions"]).Single(d => Read.Text(d["definitionId"]) == "incident-pages")["count"]!.GetValue<int>().ShouldBe(3);
        (await admin.GetAsync("/api/incidents?pageSize=101")).ExpectProblem(400);
    }

    private async Task<(string Instance, int Run)> StartAsync(string definitionId, string state)
    {
        await product.PublishAsync(new Flow(definitionId).Declare("state").Then("begin", "Elsa.Start")
            .Then("check", "Elsa.WriteLine", """{"metadata":{"displayText":"核对"},"text":"js:if (getVariable('state') !== 'ready') { throw new Error('还没好') }; 'ok'"}""")
            .Then("wait", "Elsa.Event", """{"eventName":{"typeName":"String","expression":{"type":"Literal","value":"never"}}}"""));
        var started = (await (await product.Site.AsAsync("a.process")).PostAsync($"/api/workflows/{definitionId}/start", new JsonObject { ["correlationId"] = state })).Expect(201).Json;
        return (Read.Text(started["id"]), Read.Items(started["incidents"]).ShouldHaveSingleItem()["activityInstanceId"]!.GetValue<int>());
    }

    private static async Task<IReadOnlyList<JsonNode>> ListAsync(ApiClient client, string definitionId) =>
        Read.Items((await client.GetAsync($"/api/incidents?definitionId={definitionId}")).Expect(200).Json["items"]);

    private static async Task<JsonNode> MendAsync(ApiClient client, string action, string reason, params (string Instance, int Run)[] targets) =>
        (await client.PostAsync($"/api/incidents/{action}", Body(reason, targets))).Expect(200).Json;

    private static JsonObject Body(string? reason, params (string Instance, int Run)[] targets) => new()
    {
        ["items"] = new JsonArray([.. targets.Select(target => new JsonObject { ["instanceId"] = target.Instance, ["activityInstanceId"] = target.Run })]),
        ["reason"] = reason,
    };

    private async Task<(string Action, string Detail)[]> AuditAsync(string instanceId)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(product.Host.DataDirectory, "bpm.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "Action", "Detail" FROM "AuditEntries" WHERE "Subject" = @subject """;
        command.Parameters.AddWithValue("@subject", $"instance:{instanceId}");
        await using var row = await command.ExecuteReaderAsync();
        var entries = new List<(string, string)>();
        while (await row.ReadAsync())
        {
            if (row.GetString(0) != "workflow.started")
                entries.Add((row.GetString(0), row.GetString(1)));
        }

        return [.. entries];
    }
}
