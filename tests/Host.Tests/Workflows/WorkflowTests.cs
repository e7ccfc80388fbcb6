using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Workflows;

/// <summary>Workflows that no case starts, over HTTP.</summary>
public sealed class WorkflowTests(WorkflowTests.Product product) : IClassFixture<WorkflowTests.Product>
{
    [Fact]
    public async Task Start_ByHand_RunsUntilItWaitsAndIsShown()
    {
        var admin = await product.AsAsync("a.process");
        var body = new JsonObject { ["correlationId"] = "k1", ["name"] = "试运行", ["input"] = new JsonObject { ["unit"] = "u1" } };
        var started = (await admin.PostAsync("/api/workflows/test-waits/start", body)).Expect(201).Json;
        var id = Read.Text(started["id"]);
        var shown = (await admin.GetAsync($"/api/instances/{id}")).Expect(200).Json;
        shown.ToJsonString().ShouldBe(started.ToJsonString());
        Read.Text(shown["status"]).ShouldBe("running");
        Read.Text(shown["input"]!["unit"]).ShouldBe("u1");
        Read.Text(Read.Items(shown["bookmarks"]).ShouldHaveSingleItem()["payload"]).ShouldBe("go");
        var journal = (await admin.GetAsync($"/api/instances/{id}/journal")).Expect(200).Json;
        Read.Items(journal["items"]).Select(entry => Read.Text(entry["event"])).ShouldContain("Suspended");
        var list = (await admin.GetAsync("/api/instances?definitionId=test-waits&correlationId=k1&status=running")).Expect(200).Json;
        list["totalCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Start_WhatIsNotToBeStarted_IsRefused()
    {
        var admin = await product.AsAsync("a.process");
        (await admin.PostAsync("/api/workflows/nothing/start")).ExpectProblem(404, "WORKFLOW-NOT-FOUND");
        (await admin.PostAsync("/api/workflows/xx-water-meter-data/start")).ExpectProblem(409, "WORKFLOW-OF-CATEGORY");
        (await (await product.AsAsync("a.hotline")).PostAsync("/api/workflows/test-waits/start")).ExpectProblem(403);
        (await product.Site.Nobody.PostAsync("/api/workflows/test-waits/start")).ExpectProblem(401);
        (await (await product.AsAsync("b.process")).PostAsync("/api/workflows/test-waits/start")).ExpectProblem(404, "WORKFLOW-NOT-FOUND");
    }

    [Fact]
    public async Task Event_TheSameKeyTwice_StartsOnce()
    {
        var admin = await product.AsAsync("a.process");
        var key = Guid.NewGuid().ToString();
        var body = new JsonObject { ["correlationId"] = key };
        var first = (await admin.PostAsync("/api/events/test-start", body, key)).Expect(202);
        (await admin.PostAsync("/api/events/test-start", body.DeepClone(), key)).Expect(202).Text.ShouldBe(first.Text);
        first.Json["starts"]!.GetValue<int>().ShouldBe(1);
        await SettledAsync();
        (await admin.GetAsync($"/api/instances?correlationId={key}")).Expect(200).Json["totalCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Event_OfAnotherOrganisation_IsNotHeard()
    {
        var sent = (await (await product.AsAsync("b.process")).PostAsync("/api/events/test-start")).Expect(202).Json;
        sent["starts"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Instance_OfAnotherOrganisation_IsNotFound()
    {
        var id = Read.Text((await (await product.AsAsync("a.process")).PostAsync("/api/workflows/test-waits/start")).Expect(201).Json["id"]);
        var other = await product.AsAsync("b.process");
        (await other.GetAsync($"/api/instances/{id}")).ExpectProblem(404, "INSTANCE-NOT-FOUND");
        (await other.GetAsync($"/api/instances/{id}/journal")).ExpectProblem(404, "INSTANCE-NOT-FOUND");
        (await other.PostAsync($"/api/instances/{id}/cancel")).ExpectProblem(404, "INSTANCE-NOT-FOUND");
    }

    [Fact]
    public async Task Cancel_Twice_IsAConflict()
    {
        var admin = await product.AsAsync("a.process");
        var id = Read.Text((await admin.PostAsync("/api/workflows/test-waits/start")).Expect(201).Json["id"]);
        Read.Text((await admin.PostAsync($"/api/instances/{id}/cancel")).Expect(200).Json["subStatus"]).ShouldBe("cancelled");
        (await admin.PostAsync($"/api/instances/{id}/cancel")).ExpectProblem(409, "INSTANCE-UNCHANGED");
        (await admin.PostAsync($"/api/instances/{id}/retry")).ExpectProblem(409, "INSTANCE-UNCHANGED");
    }

    [Fact]
    public async Task Skip_AFailedStep_LetsTheInstanceGoOn()
    {
        var admin = await product.AsAsync("a.admin");
        var started = (await admin.PostAsync("/api/workflows/test-fails/start")).Expect(201).Json;
        Read.Text(started["subStatus"]).ShouldBe("faulted");
        var run = Read.Items(started["incidents"]).ShouldHaveSingleItem()["activityInstanceId"]!.GetValue<int>();
        var skipped = (await admin.PostAsync($"/api/instances/{Read.Text(started["id"])}/skip", new JsonObject { ["activityInstanceId"] = run })).Expect(200).Json;
        Read.Text(skipped["status"]).ShouldBe("running");
        Read.Items(skipped["incidents"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task InstanceOfACase_IsMendedWithItsCaseAndNotCancelled()
    {
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C02")))["number"]);
        var supervisor = await product.AsAsync("a.supervisor");
        var id = Read.Text((await supervisor.CaseAsync(number))["workflow"]!["instanceId"]);
        var admin = await product.AsAsync("a.process");
        Read.Text((await admin.GetAsync($"/api/instances/{id}")).Expect(200).Json["case"]).ShouldBe(number);
        (await admin.PostAsync($"/api/instances/{id}/cancel")).ExpectProblem(409, "INSTANCE-OF-CASE");
        (await admin.PostAsync($"/api/instances/{id}/pause")).Expect(200).Json["isPaused"]!.GetValue<bool>().ShouldBeTrue();
        (await admin.PostAsync($"/api/instances/{id}/unpause")).Expect(200);
        Read.Items((await supervisor.CaseAsync(number))["timeline"]).Select(entry => Read.Text(entry["action"])).ShouldContain("instance.paused");
    }

    [Fact]
    public async Task InstanceOfAConfidentialCase_ShowsNotHowFarItIs()
    {
        var registered = await product.Site.RegisterAsync("b.hotline", Complaint.Sample("C13"));
        var id = Read.Text((await product.CaseAsync(registered))["workflow"]!["instanceId"]);
        var admin = await product.AsAsync("b.process");
        var shown = (await admin.GetAsync($"/api/instances/{id}")).Expect(200).Json;
        shown["bookmarks"].ShouldBeNull();
        shown["incidents"].ShouldBeNull();
        (await admin.GetAsync($"/api/instances/{id}/journal")).ExpectProblem(403);
    }

    [Fact]
    public async Task Publish_ACategoryWithATriggerOrAStrategy_IsRefused()
    {
        var flow = new PlainFlow("xx-water-meter-data").AddTrigger("on", "Elsa.Event", ("eventName", "String", "x")).Activated("SingletonStrategy");
        var answer = await product.Host.ImportAsync("xx-water", flow.Build());
        answer.IsRefused.ShouldBeTrue();
        var findings = string.Join('\n', answer.Refusal.Errors.Values.SelectMany(texts => texts));
        findings.ShouldContain("AllowAlways");
        findings.ShouldContain("可启动流程");
    }

    // The worker runs what was sent right after the answer.
    private Task SettledAsync() => Until.TrueAsync(
        async () => (await (await product.AsAsync("a.process")).GetAsync("/api/instances?definitionId=test-started")).Json["totalCount"]!.GetValue<int>() > 0,
        TimeSpan.FromSeconds(30), "The event is not delivered.");

    /// <summary>A product with three small workflows.</summary>
    public sealed class Product() : RunningProduct("2026-09-30T16:00:00+08:00")
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var answer = await Host.ImportAsync(
                "xx-water",
                new PlainFlow("test-waits").WaitFor("go").Build(),
                new PlainFlow("test-started").AddTrigger("on", "Elsa.Event", ("eventName", "String", "test-start")).Build(),
                new PlainFlow("test-fails").Add("bad", "Elsa.Fault", ("message", "String", "坏了")).WaitFor("go").Build());
            answer.IsRefused.ShouldBeFalse(answer.IsRefused ? string.Join('\n', answer.Refusal.Errors.Values.SelectMany(texts => texts)) : "");
        }
    }
}
