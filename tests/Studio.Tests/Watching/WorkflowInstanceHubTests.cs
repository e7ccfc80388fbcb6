using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Studio.Tests.Watching;

[Collection(StudioCollection.Name)]
public sealed class WorkflowInstanceHubTests(StudioProduct product)
{
    [Fact]
    public async Task Change_IsPushedWithTheCountsOfTheReport()
    {
        await product.PublishWaitingAsync();
        var id = await product.ExecuteAsync("test-waiting", "watched");
        await using var watcher = await HubClient.ConnectAsync(product, "a.manager");
        (await watcher.ObserveAsync(id)).ShouldBeNull();
        var admin = await product.AsAsync("a.process");
        (await admin.PostAsync($"{Elsa.Base}/cancel/workflow-instances/{id}")).Expect(200);
        var news = await watcher.NewsAsync();
        news.Select(message => Read.Text(message["target"])).ShouldBe(["ActivityExecutionLogUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "WorkflowInstanceUpdatedAsync"]);
        Read.Text(news[^1]["arguments"]![0]!["workflowInstanceId"]).ShouldBe(id);
        var nodes = new JsonArray("Workflow1:main:wait-go");
        var report = await admin.AskAsync("/activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = nodes });
        var pushed = Read.Items(news[0]["arguments"]![0]!["stats"]).Single(node => Read.Text(node["activityNodeId"]) == "Workflow1:main:wait-go");
        pushed.ToJsonString().ShouldBe(Read.Items(report["stats"])[0].ToJsonString());
    }

    [Fact]
    public async Task ConfidentialCase_IsPushedWithoutCounts()
    {
        var number = Read.Text((await product.Site.RegisterAsync("b.hotline", Complaint.Sample("C13")))["number"]);
        var director = await product.AsAsync("b.director");
        var id = Read.Text((await director.CaseAsync(number))["workflow"]!["instanceId"]);
        await using var watcher = await HubClient.ConnectAsync(product, "b.process");
        (await watcher.ObserveAsync(id)).ShouldBeNull();
        (await (await product.AsAsync("b.process")).PostAsync($"/api/instances/{id}/pause")).Expect(200);
        Read.Text((await watcher.NewsAsync()).ShouldHaveSingleItem()["target"]).ShouldBe("WorkflowInstanceUpdatedAsync");
    }

    [Fact]
    public async Task Others_AreKeptOut()
    {
        await product.PublishWaitingAsync();
        var id = await product.ExecuteAsync("test-waiting", "watched-by-others");
        await using var watcher = await HubClient.ConnectAsync(product, "b.process");
        (await watcher.ObserveAsync(id)).ShouldNotBeNull().ShouldContain("没有找到");
        (await watcher.ObserveAsync("nothing")).ShouldNotBeNull();
        (await product.Site.Nobody.PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1")).ExpectProblem(401);
        (await (await product.AsAsync("a.quality")).PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1")).ExpectProblem(403);
        (await (await product.AsAsync("a.manager")).PostAsync("/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1")).Expect(200);
    }

    [Fact]
    public async Task Feature_IsListed() =>
        Read.Items((await (await product.AsAsync("a.manager")).ReadAsync("/features/installed"))["items"]).Select(item => Read.Text(item["fullName"])).ShouldContain("Elsa.RealTimeWorkflowUpdates");
}
