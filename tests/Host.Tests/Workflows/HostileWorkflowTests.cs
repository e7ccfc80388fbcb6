using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Workflows;

/// <summary>A workflow that would take the host down harms its own instance alone: an incident with a clear text, and everybody else works on.</summary>
public sealed class HostileWorkflowTests(WorkflowProduct product) : IClassFixture<WorkflowProduct>
{
    [Theory]
    [InlineData("loops", "js:while (true) { }", "超过")]
    [InlineData("recurses", "js:(function f() { return f() + 1; })()", "层")]
    [InlineData("grows", "js:var s = 'x'; for (var i = 0; i < 40; i++) { s += s; } s", "过长")]
    [InlineData("fills", "js:var a = []; for (var i = 0; i < 1e7; i++) { a.push('0123456789' + i); } a", "超过")]
    [InlineData("matches", "js:/^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", "正则")]
    public async Task Script_ThatNeverEnds_IsAnIncidentOfItsInstanceAlone(string name, string script, string says)
    {
        await product.PublishAsync(new Flow("hostile-" + name).Then(
            "step", "Elsa.SetVariable", new JsonObject { ["variable"] = new JsonObject { ["id"] = "v", ["name"] = "v" }, ["value"] = script }.ToJsonString()).Declare("v"));
        var admin = await product.Site.AsAsync("a.process");

        var started = (await admin.PostAsync($"/api/workflows/hostile-{name}/start")).Expect(201).Json;

        Read.Text(started["subStatus"]).ShouldBe("faulted");
        Read.Text(Read.Items(started["incidents"]).ShouldHaveSingleItem()["message"]).ShouldContain(says);
        Read.Text(Read.Items(started["incidents"])[0]!["nodePath"]).ShouldEndWith(":step");
        await OthersGoOnAsync();
    }

    [Fact]
    public async Task Calls_InACircle_AreAnIncidentAndTheHostGoesOn()
    {
        await product.PublishAsync(new Flow("hostile-call-b").Then("call", "Elsa.ExecuteWorkflow", """{"workflowDefinitionId": "hostile-call-a", "waitForCompletion": true}"""));
        await product.PublishAsync(new Flow("hostile-call-a").Then("call", "Elsa.ExecuteWorkflow", """{"workflowDefinitionId": "hostile-call-b", "waitForCompletion": true}"""));
        var admin = await product.Site.AsAsync("a.process");

        (await admin.PostAsync("/api/workflows/hostile-call-a/start")).Expect(201);

        var faulted = Read.Items((await admin.GetAsync("/api/instances?definitionId=hostile-call-a&pageSize=100")).Expect(200).Json["items"])
            .Concat(Read.Items((await admin.GetAsync("/api/instances?definitionId=hostile-call-b&pageSize=100")).Expect(200).Json["items"]))
            .Where(row => Read.Text(row!["subStatus"]) == "faulted").ToList();
        faulted.ShouldNotBeEmpty();
        await OthersGoOnAsync();
    }

    private async Task OthersGoOnAsync()
    {
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C02")))["number"]);
        Read.Items((await (await product.Site.AsAsync("a.supervisor")).CaseAsync(number))["tasks"]).ShouldNotBeEmpty();
    }
}
