using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Instances;

[Collection(StudioCollection.Name)]
public sealed class InstanceActTests(StudioProduct product)
{
    [Fact]
    public async Task Execute_StartsThePublishedVersionAndNamesTheInstance()
    {
        await product.PublishWaitingAsync();
        var client = await product.AsAsync("a.process");
        var answer = (await client.PostAsync(Elsa.Base + "/workflow-definitions/test-waiting/execute", Order("act-start"))).Expect(200);
        var id = answer.Headers["x-elsa-workflow-instance-id"];
        Read.Text((await client.ReadAsync($"/workflow-instances/{id}"))["correlationId"]).ShouldBe("act-start");
        (await client.PostAsync(Elsa.Base + "/workflow-definitions/nothing/execute", Order(null))).ExpectProblem(400, "WORKFLOW-NOT-FOUND");
        (await client.PostAsync(Elsa.Base + "/workflow-definitions/xx-water-meter-data/execute", Order(null))).ExpectProblem(400, "WORKFLOW-OF-CATEGORY");
        (await client.PostAsync(Elsa.Base + "/workflow-definitions/xx-water-letter/execute", Order(null))).ExpectProblem(400, "WORKFLOW-OF-CASES");
        (await (await product.AsAsync("a.manager")).PostAsync(Elsa.Base + "/workflow-definitions/test-waiting/execute", Order(null))).ExpectProblem(403);
        (await (await product.AsAsync("b.process")).PostAsync(Elsa.Base + "/workflow-definitions/test-waiting/execute", Order(null))).ExpectProblem(400, "WORKFLOW-NOT-FOUND");
    }

    [Fact]
    public async Task Execute_WhatIsDrawnButNotPublished_IsRefused()
    {
        await product.PublishAsync(new PlainFlow("test-redrawn").WaitFor("go").Build());
        var client = await product.AsAsync("a.process");
        var model = await client.ReadAsync("/workflow-definitions/by-definition-id/test-redrawn?versionOptions=Latest");
        model["description"] = "改了一处";
        (await client.PostAsync(Elsa.Base + "/workflow-definitions", new JsonObject { ["model"] = model, ["publish"] = false })).Expect(200);
        (await client.PostAsync(Elsa.Base + "/workflow-definitions/test-redrawn/execute", Order(null))).ExpectProblem(400, "WORKFLOW-NOT-PUBLISHED");
        var published = Order(null);
        published["versionOptions"] = "Published";
        (await client.PostAsync(Elsa.Base + "/workflow-definitions/test-redrawn/execute", published)).Expect(200);
    }

    [Fact]
    public async Task Cancel_WritesTheReasonDown_AndACaseIsRefused()
    {
        await product.PublishWaitingAsync();
        var id = await product.ExecuteAsync("test-waiting", "act-cancel");
        var client = await product.AsAsync("a.process");
        (await (await product.AsAsync("a.manager")).PostAsync($"{Elsa.Base}/cancel/workflow-instances/{id}")).ExpectProblem(403);
        (await client.SendAsync(HttpMethod.Post, $"{Elsa.Base}/cancel/workflow-instances/{id}", null, null, ("x-bpm-reason", Uri.EscapeDataString("画错了，重来")))).Expect(200);
        (await client.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{id}")).ExpectProblem(400, "INSTANCE-UNCHANGED");
        (await product.AuditAsync($"instance:{id}")).ShouldContain(entry => entry.Action == "instance.cancelled" && entry.Detail.EndsWith("画错了，重来", StringComparison.Ordinal));
        var ofCase = await InstanceOfCaseAsync();
        (await client.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{ofCase}")).ExpectProblem(400, "INSTANCE-OF-CASE");
        (await client.SendAsync(HttpMethod.Delete, $"{Elsa.Base}/workflow-instances/{ofCase}", null, null)).ExpectProblem(400, "INSTANCE-KEPT");
    }

    [Fact]
    public async Task Delete_TakesEndedInstancesOnly()
    {
        await product.PublishWaitingAsync();
        var id = await product.ExecuteAsync("test-waiting", "act-delete");
        var client = await product.AsAsync("a.process");
        (await client.SendAsync(HttpMethod.Delete, $"{Elsa.Base}/workflow-instances/{id}", null, null)).ExpectProblem(400, "INSTANCE-KEPT");
        (await client.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{id}")).Expect(200);
        (await (await product.AsAsync("a.manager")).SendAsync(HttpMethod.Delete, $"{Elsa.Base}/workflow-instances/{id}", null, null)).ExpectProblem(403);
        (await client.SendAsync(HttpMethod.Delete, $"{Elsa.Base}/workflow-instances/{id}", null, null)).Expect(200);
        (await client.GetAsync($"{Elsa.Base}/workflow-instances/{id}")).ExpectProblem(404);
        (await client.PostAsync($"{Elsa.Base}/workflow-instances/{id}/journal")).ExpectProblem(404);
    }

    [Fact]
    public async Task Bulk_DoesAllOrNothing()
    {
        await product.PublishWaitingAsync();
        var client = await product.AsAsync("a.process");
        string[] ids = [await product.ExecuteAsync("test-waiting", "act-bulk"), await product.ExecuteAsync("test-waiting", "act-bulk")];
        var ofCase = await InstanceOfCaseAsync();
        (await client.PostAsync(Elsa.Base + "/bulk-actions/cancel/workflow-instances", Ids([.. ids, ofCase]))).ExpectProblem(400, "INSTANCE-OF-CASE");
        Read.Text((await client.ReadAsync($"/workflow-instances/{ids[0]}"))["status"]).ShouldBe("Running");
        (await client.PostAsync(Elsa.Base + "/bulk-actions/cancel/workflow-instances", Ids([]))).ExpectProblem(400);
        (await client.AskAsync("/bulk-actions/cancel/workflow-instances", Ids(ids)))["cancelledCount"]!.GetValue<int>().ShouldBe(2);
        (await client.AskAsync("/bulk-actions/delete/workflow-instances/by-id", Ids(ids)))["deleted"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task BulkCancel_OfAVersion_TakesItsRunningInstances()
    {
        await product.PublishAsync(new PlainFlow("test-version-bulk").WaitFor("go").Build());
        var id = await product.ExecuteAsync("test-version-bulk", "act-version");
        var body = new JsonObject { ["ids"] = null, ["definitionVersionId"] = "test-version-bulk-v1", ["definitionId"] = null, ["versionOptions"] = null };
        var client = await product.AsAsync("a.process");
        (await client.AskAsync("/bulk-actions/cancel/workflow-instances", body))["cancelledCount"]!.GetValue<int>().ShouldBe(1);
        Read.Text((await client.ReadAsync($"/workflow-instances/{id}"))["subStatus"]).ShouldBe("Cancelled");
    }

    [Fact]
    public async Task Export_IsAFileWithJournalAndRuns()
    {
        await product.PublishWaitingAsync();
        var id = await product.ExecuteAsync("test-waiting", "act-export");
        var client = await product.AsAsync("a.process");
        var file = (await client.GetAsync($"{Elsa.Base}/workflow-instances/{id}/export")).Expect(200);
        file.Headers["Content-Disposition"].ShouldContain($"workflow-instance-{id}.json");
        Read.Text(file.Json["workflowState"]!["id"]).ShouldBe(id);
        Read.Items(file.Json["workflowExecutionLogRecords"]).ShouldNotBeEmpty();
        Read.Items(file.Json["activityExecutionRecords"]).ShouldNotBeEmpty();
        (await client.PostAsync(Elsa.Base + "/bulk-actions/export/workflow-instances", Ids([id]))).Expect(200).ContentType.ShouldBe("application/zip");
        (await client.PostAsync(Elsa.Base + "/bulk-actions/import/workflow-instances")).ExpectProblem(400, "INSTANCES-NOT-IMPORTED");
    }

    [Fact]
    public async Task TestOfAnActivity_IsRefusedWithWords()
    {
        (await (await product.AsAsync("a.process")).PostAsync(Elsa.Base + "/tests/activities")).ExpectProblem(400, "ACTIVITY-NOT-TESTABLE");
        (await (await product.AsAsync("a.manager")).PostAsync(Elsa.Base + "/tests/activities")).ExpectProblem(403);
    }

    private async Task<string> InstanceOfCaseAsync()
    {
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C02")))["number"]);
        return Read.Text((await (await product.AsAsync("a.supervisor")).CaseAsync(number))["workflow"]!["instanceId"]);
    }

    private static JsonObject Ids(string[] ids) => new() { ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };

    private static JsonObject Order(string? correlation) =>
        new() { ["correlationId"] = correlation, ["triggerActivityId"] = null, ["versionOptions"] = "Latest", ["input"] = null };
}
