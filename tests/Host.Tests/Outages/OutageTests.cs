using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Outages;

/// <summary>停水通告: who announces, who sees, and what becomes of the calls about it.</summary>
public sealed class OutageTests(OutageTests.Product product) : IClassFixture<OutageTests.Product>
{
    private const string Outages = "/api/outages";

    [Fact]
    public async Task Outage_AnnouncedChangedEnded_IsFoundByAddressWhileItLasts()
    {
        var supervisor = await product.AsAsync("a.supervisor");
        var announced = (await supervisor.PostAsync(Outages, Body("甲一小区\n建设街"))).Expect(201).Json;
        var id = Read.Text(announced["id"]);
        (Read.Text(announced["state"]), Read.Text(announced["announcedBy"])).ShouldBe(("current", "a.supervisor"));
        (await FoundAsync("a.hotline", "甲一小区3号楼")).ShouldBe([id]);
        (await FoundAsync("a.hotline", "甲二小区3号楼")).ShouldBeEmpty();
        (await FoundAsync("a.hotline", null)).ShouldBeEmpty();

        (await (await product.AsAsync("a.hotline")).PostAsync($"{Outages}/{id}/change", Body("甲二小区"))).Expect(200);
        (await FoundAsync("a.hotline", "甲一小区3号楼")).ShouldBeEmpty();
        (await FoundAsync("a.hotline", "甲二小区3号楼")).ShouldBe([id]);

        for (var i = 0; i < 2; i++)
            Read.Text((await supervisor.PostAsync($"{Outages}/{id}/end")).Expect(200).Json["state"]).ShouldBe("past");
        (await FoundAsync("a.hotline", "甲二小区3号楼")).ShouldBeEmpty();
        (await ListedAsync("a.meter", "past")).ShouldContain(id);
        (await ListedAsync("a.meter", "current")).ShouldNotContain(id);
        (await supervisor.PostAsync($"{Outages}/{id}/change", Body("甲三小区"))).ExpectProblem(409, "OUTAGE-ENDED");
    }

    [Fact]
    public async Task Outage_Planned_IsNotToldBeforeItBegins()
    {
        var body = Body("计划小区");
        body["begins"] = product.Start.AddDays(30);
        body["expectedEnd"] = product.Start.AddDays(31);
        var id = Read.Text((await (await product.AsAsync("a.hotline")).PostAsync(Outages, body)).Expect(201).Json["id"]);
        (await FoundAsync("a.hotline", "计划小区1号")).ShouldBeEmpty();
        (await ListedAsync("a.hotline", "planned")).ShouldContain(id);
    }

    [Fact]
    public async Task Announcement_SentTwice_IsOne()
    {
        var (hotline, body, key) = (await product.AsAsync("a.hotline"), Body("两次小区"), Guid.NewGuid().ToString());
        var first = (await hotline.PostAsync(Outages, body, key)).Expect(201);
        (await hotline.PostAsync(Outages, body, key)).Expect(201).Text.ShouldBe(first.Text);
        (await FoundAsync("a.hotline", "两次小区5号")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Outage_OfAnotherOrganisation_IsUnknown()
    {
        var id = Read.Text((await (await product.AsAsync("a.hotline")).PostAsync(Outages, Body("甲乙小区"))).Expect(201).Json["id"]);
        var stranger = await product.AsAsync("b.hotline");
        (await stranger.GetAsync($"{Outages}/{id}")).ExpectProblem(404, "OUTAGE-NOT-FOUND");
        (await stranger.PostAsync($"{Outages}/{id}/end")).ExpectProblem(404, "OUTAGE-NOT-FOUND");
        (await stranger.PostAsync($"{Outages}/{id}/change", Body("乙"))).ExpectProblem(404, "OUTAGE-NOT-FOUND");
        (await FoundAsync("b.hotline", "甲乙小区1号")).ShouldBeEmpty();
        (await ListedAsync("b.hotline", "current")).ShouldNotContain(id);
        var call = Complaint.Sample("C12");
        call["outage"] = id;
        (await stranger.PostAsync("/api/complaints", call)).ExpectProblem(404, "OUTAGE-NOT-FOUND");
    }

    [Fact]
    public async Task Outage_WhoNeitherRegistersNorSupervises_OnlyReads()
    {
        var id = Read.Text((await (await product.AsAsync("a.hotline")).PostAsync(Outages, Body("只读小区"))).Expect(201).Json["id"]);
        var crew = await product.AsAsync("a.network");
        (await crew.GetAsync($"{Outages}/{id}")).Expect(200);
        (await crew.PostAsync(Outages, Body("只读小区"))).ExpectProblem(403);
        (await crew.PostAsync($"{Outages}/{id}/end")).ExpectProblem(403);
        (await crew.PostAsync($"{Outages}/find", new JsonObject { ["address"] = "只读小区" })).ExpectProblem(403);
        (await product.Site.Nobody.GetAsync(Outages)).ExpectProblem(401);
    }

    [Fact]
    public async Task Announcement_WhatCannotBe_NamesTheField()
    {
        var hotline = await product.AsAsync("a.hotline");
        (await hotline.PostAsync(Outages, Body(""))).ExpectProblem(400, "OUTAGE-INVALID", "area");
        (await hotline.PostAsync(Outages, Body("甲一小区", "XX20990101-0001"))).ExpectProblem(400, "OUTAGE-INVALID", "mainCase");
        var ofB = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        (await hotline.PostAsync(Outages, Body("甲一小区", ofB))).ExpectProblem(400, "OUTAGE-INVALID", "mainCase");
        var strict = Read.Text((await product.Site.RegisterAsync("b.discipline", Complaint.Sample("C13")))["number"]);
        (await (await product.AsAsync("b.discipline")).PostAsync(Outages, Body("甲一小区", strict))).ExpectProblem(400, "OUTAGE-INVALID", "mainCase");
        (await hotline.GetAsync($"{Outages}?state=old")).ExpectProblem(400);
        (await hotline.GetAsync($"{Outages}?pageSize=201")).ExpectProblem(400);
    }

    [Fact]
    public async Task Call_AboutAnOutage_IsRegisteredAndMergedAtOnce()
    {
        var hotline = await product.AsAsync("a.hotline");
        var main = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C06")))["number"]);
        var outage = Read.Text((await hotline.PostAsync(Outages, Body("并入小区", main))).Expect(201).Json["id"]);
        var body = Complaint.Sample("C06");
        (body["outage"], body["firstReplyGiven"]) = (outage, true);

        var key = Guid.NewGuid().ToString();
        var answer = (await hotline.PostAsync("/api/complaints", body, key)).Expect(201);
        (await hotline.PostAsync("/api/complaints", body, key)).Expect(201).Text.ShouldBe(answer.Text);

        var merged = await hotline.CaseAsync(Read.Text(answer.Json["number"]));
        (Read.Text(merged["status"]), Read.Text(merged["mergedInto"]), Read.Text(merged["workflow"]!["status"])).ShouldBe(("closed", main, "Finished"));
        Read.OpenSteps(merged).ShouldBeEmpty();
        Read.Items(merged["clocks"]).ShouldAllBe(clock => clock["endedAt"] != null);
        Read.Items(merged["replies"]).Select(reply => Read.Text(reply["kind"])).ShouldBe(["first"]);
        Read.Text(Read.Items(merged["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("停水通告：主管破裂");
        var seen = await hotline.CaseAsync(main);
        Read.Items(seen["links"]).Select(link => Read.Text(link["number"])).ShouldBe([Read.Text(merged["number"])]);
        Read.Items(seen["timeline"]).ShouldContain(entry => Read.Text(entry["action"]) == "outage.announced");
        Read.Text(seen["status"]).ShouldBe("open");
    }

    [Fact]
    public async Task Call_ThatCannotBeMerged_IsNotRegisteredAtAll()
    {
        var hotline = await product.AsAsync("a.hotline");
        var main = Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C06")))["number"]);
        var (tied, loose) = (await AnnounceAsync("整个小区", main), await AnnounceAsync("零散小区", null));
        var before = await CountAsync();
        (await hotline.PostAsync("/api/complaints", About("C01", tied))).ExpectProblem(409, "MERGE-CATEGORIES-DIFFER");
        (await hotline.PostAsync("/api/complaints", About("C06", loose))).ExpectProblem(409, "OUTAGE-WITHOUT-CASE");
        (await hotline.PostAsync("/api/complaints", About("C06", Guid.NewGuid().ToString()))).ExpectProblem(404, "OUTAGE-NOT-FOUND");
        (await CountAsync()).ShouldBe(before);
        Read.Items((await hotline.CaseAsync(main))["links"]).ShouldBeEmpty();

        async Task<int> CountAsync() => (await hotline.GetAsync("/api/complaints?pageSize=1")).Expect(200).Json["totalCount"]!.GetValue<int>();

        async Task<string> AnnounceAsync(string area, string? number) => Read.Text((await hotline.PostAsync(Outages, Body(area, number))).Expect(201).Json["id"]);
    }

    private static JsonObject About(string sample, string outage)
    {
        var body = Complaint.Sample(sample);
        body["outage"] = outage;
        return body;
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string user, string? address) => Ids(
        await (await product.AsAsync(user)).PostAsync($"{Outages}/find", new JsonObject { ["address"] = address }));

    private async Task<IReadOnlyList<string>> ListedAsync(string user, string state) => Ids(await (await product.AsAsync(user)).GetAsync($"{Outages}?state={state}"));

    private static IReadOnlyList<string> Ids(Answer answer) => [.. Read.Items(answer.Expect(200).Json["items"]).Select(row => Read.Text(row["id"]))];

    private JsonObject Body(string area, string? main = null) => new()
    {
        ["title"] = "主管破裂",
        ["text"] = "因主管破裂停水，正在抢修。",
        ["area"] = area,
        ["begins"] = product.Start.AddHours(-1),
        ["expectedEnd"] = product.Start.AddHours(5),
        ["mainCase"] = main,
    };

    public sealed class Product() : RunningProduct("2026-07-06T14:30:00+08:00");
}
