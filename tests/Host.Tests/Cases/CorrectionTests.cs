using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>更正 of what was registered wrongly.</summary>
public sealed class CorrectionTests(CorrectionTests.Product product) : IClassFixture<CorrectionTests.Product>
{
    [Fact]
    public async Task Correct_ToAnotherCategory_StartsItsProcessAndKeepsTheFirstReplysTime()
    {
        var registered = await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01"));
        var number = Read.Text(registered["number"]);
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromMinutes(20));
        var hotline = await product.AsAsync("a.hotline");
        var seen = (await hotline.PostAsync(Path(number), Body("meter-data"))).Expect(200).Json;

        (Read.Text(seen["category"]), Read.Text(seen["workflow"]!["definitionId"])).ShouldBe(("meter-data", "xx-water-meter-data"));
        Read.Text(Read.Items(seen["workflow"]!["former"]).ShouldHaveSingleItem()["instanceId"]).ShouldBe(Read.Text(registered["workflow"]!["instanceId"]));
        Read.Text(Read.Clocks(seen, "A-4.5").ShouldHaveSingleItem()["state"]).ShouldBe("superseded");
        Read.Text(Read.Clocks(seen, "A-4.5")[0]["explanation"]).ShouldContain("类别更正为");
        Read.Text(Read.Clocks(seen, "A-4.2").ShouldHaveSingleItem()["state"]).ShouldBe("running");
        Read.Moment(Read.Clocks(seen, "A-4.2")[0]["startedAt"]).ShouldBe(await product.Site.NowAsync());
        var first = Read.Clocks(seen, "A-2.1b").ShouldHaveSingleItem();
        (Read.Text(first["state"]), Read.Text(first["id"])).ShouldBe(("running", Read.Text(Read.Clocks(registered, "A-2.1b")[0]["id"])));
        Read.Moment(Read.Tasks(seen, "first-reply", "open").ShouldHaveSingleItem()["dueAt"]).ShouldBe(Read.Moment(first["dueAt"]));
        Read.Tasks(seen, "take-sample", "open").ShouldBeEmpty();
        Read.Tasks(seen, "take-sample", "cancelled").Count.ShouldBe(1);
        Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("登记时选错类别");
        Read.Text(Read.Items(seen["notes"])[0]["subject"]).ShouldBe("water-quality>meter-data");
        Read.Text(seen["department"]).ShouldBe("meter");

        (await product.GoOnAsync(new(new(product.Site, seen, Plan.First), seen), Plan.First)).ShouldBeClosed();
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(20));
        Read.Text(Read.Clocks(await hotline.CaseAsync(number), "A-4.5")[0]["state"]).ShouldBe("superseded");
    }

    [Fact]
    public async Task Correct_AfterTheFirstReply_DoesNotAskForItAgain()
    {
        var registered = await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01"));
        var driver = new CaseDriver(product.Site, registered, Plan.First.Leaving("take-sample", "call-department"));
        await driver.WalkAsync();
        var number = Read.Text(registered["number"]);
        var hotline = await product.AsAsync("a.hotline");
        var seen = (await hotline.PostAsync(Path(number), Body("meter-data"))).Expect(200).Json;
        Read.Tasks(seen, "first-reply").Select(task => Read.Text(task["state"])).ShouldBe(["completed"]);
        Read.Text(Read.Clocks(seen, "A-2.1b").ShouldHaveSingleItem()["state"]).ShouldBe("met");

        // And back again.
        seen = (await hotline.PostAsync(Path(number), Body("water-quality"))).Expect(200).Json;
        Read.Items(seen["workflow"]!["former"]).Count.ShouldBe(2);
        Read.Clocks(seen, "A-4.5").Select(clock => Read.Text(clock["state"])).ShouldBe(["superseded", "running"]);
        Read.Clocks(seen, "A-2.1b").Count.ShouldBe(1);
    }

    [Fact]
    public async Task Correct_WhatCannotBe_IsRefusedAndLeavesTheCase()
    {
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01")))["number"]);
        var hotline = await product.AsAsync("a.hotline");
        var before = (await hotline.GetAsync(ApiClient.CasePath(number))).Text;
        (await hotline.PostAsync(Path(number), Body("water-quality"))).ExpectProblem(400, "CORRECTION-EMPTY");
        (await hotline.PostAsync(Path(number), Body("nonsense"))).ExpectProblem(400, "COMPLAINT-CATEGORY-UNKNOWN", "category");
        (await hotline.PostAsync(Path(number), Body("system-fault"))).ExpectProblem(400, "COMPLAINT-KIND-NOT-ALLOWED", "kind");
        (await hotline.PostAsync(Path(number), Body("supply"))).ExpectProblem(400, "COMPLAINT-FIELD-REQUIRED", "attributes.issue");
        (await hotline.PostAsync(Path(number), Body("pipe-repair", new() { ["pipeDiameter"] = "dick" }))).ExpectProblem(400, "COMPLAINT-ATTRIBUTE-INVALID", "attributes.pipeDiameter");
        (await hotline.PostAsync(Path(number), Body(null, new() { ["zone"] = "urban" }))).ExpectProblem(400, "COMPLAINT-ATTRIBUTE-UNKNOWN");
        (await hotline.PostAsync(Path(number), new JsonObject { ["category"] = "meter-data" })).ExpectProblem(400, "REASON-INVALID", "reason");
        (await (await product.AsAsync("a.quality")).PostAsync(Path(number), Body("meter-data"))).ExpectProblem(403);
        (await (await product.AsAsync("b.hotline")).PostAsync(Path(number), Body("meter-data"))).ExpectProblem(404);
        (await hotline.GetAsync(ApiClient.CasePath(number))).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Correct_SameKey_HappensOnce()
    {
        var number = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01")))["number"]);
        var (hotline, key) = (await product.AsAsync("a.hotline"), Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => hotline.PostAsync(Path(number), Body("meter-data"), key)));
        answers.Select(answer => answer.Expect(200).Text).Distinct().Count().ShouldBe(1);
        Read.Items((await hotline.CaseAsync(number))["workflow"]!["former"]).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Correct_ToDiscipline_ClosesTheCaseToThoseWhoReadItBefore()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var seen = (await (await product.AsAsync("b.hotline")).PostAsync(Path(number), Body("discipline"))).Expect(200).Json;
        Read.Text(seen["workflow"]!["definitionId"]).ShouldBe("liaocheng-water-discipline");
        Read.Clocks(seen, "B-6.1a").Count.ShouldBe(1);
        (await (await product.AsAsync("b.manager")).CaseAsync(number))["content"].ShouldBeNull();
        Read.Text((await (await product.AsAsync("b.director")).CaseAsync(number))["content"]).ShouldNotBeEmpty();

        // Back only until somebody has worked on it in confidence.
        var walked = await product.GoOnAsync(new(new(product.Site, seen, Plan.First), seen), Plan.First, stopBefore: "investigation");
        (await (await product.AsAsync("b.discipline")).PostAsync(Path(walked.Number), Body("product-quality"))).ExpectProblem(409, "CORRECTION-CONFIDENTIALITY");
    }

    [Fact]
    public async Task FormerInstance_OfAConfidentialCase_TellsNoMoreThanTheCase()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var number = Read.Text(registered["number"]);
        (await (await product.AsAsync("b.hotline")).PostAsync(Path(number), Body("discipline"))).Expect(200);
        var instance = Read.Text(registered["workflow"]!["instanceId"]);
        var admin = await product.AsAsync("b.process");
        var shown = (await admin.GetAsync("/api/instances/" + instance)).Expect(200).Text;
        shown.ShouldNotContain("review");
        (await admin.PostAsync($"/api/instances/{instance}/cancel")).Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Correct_AttributesOnly_DecidesTheClocksAnewFromTheirStart()
    {
        var body = Complaint.Of("xx-water", "complaint", "hotline", "pipe-repair");
        body["attributes"] = new JsonObject { ["zone"] = "urban", ["pipeDiameter"] = 300 };
        var registered = await product.Site.RegisterAsync("a.hotline", body);
        var start = Read.Moment(Read.Clocks(registered, "A-4.4a").ShouldHaveSingleItem()["startedAt"]);
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromMinutes(10));

        var hotline = await product.AsAsync("a.hotline");
        var seen = (await hotline.PostAsync(Path(Read.Text(registered["number"])), Body(null, new() { ["zone"] = "suburban", ["pipeDiameter"] = 800 }))).Expect(200).Json;

        Read.Clocks(seen, "A-4.4a").ShouldBeEmpty();
        Read.Clocks(seen, "A-4.4c").ShouldBeEmpty();
        foreach (var (rule, hours) in ((string, int)[])[("A-4.4b", 1), ("A-4.4e", 48)])
        {
            var clock = Read.Clocks(seen, rule).ShouldHaveSingleItem();
            (Read.Moment(clock["startedAt"]), Read.Moment(clock["dueAt"])).ShouldBe((start, start.AddHours(hours)));
            Read.Text(clock["explanation"]).ShouldContain("登记信息已更正");
        }

        Read.Moment(Read.Tasks(seen, "arrive", "open").ShouldHaveSingleItem()["dueAt"]).ShouldBe(start.AddHours(1));
        Read.Items(seen["workflow"]!["former"]).ShouldBeEmpty();
        Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["subject"]).ShouldBe("pipeDiameter zone");
        (Read.Text(seen["attributes"]!["zone"]), Read.Text(seen["attributes"]!["pipeDiameter"])).ShouldBe(("suburban", "800"));
    }

    private static string Path(string number) => ApiClient.CasePath(number) + "/correct";

    private static JsonObject Body(string? category, JsonObject? attributes = null) =>
        new() { ["category"] = category, ["attributes"] = attributes, ["reason"] = "登记时选错类别" };

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
