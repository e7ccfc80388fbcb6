using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>Ties between cases.</summary>
public sealed class LinkTests(LinkTests.Product product) : IClassFixture<LinkTests.Product>
{
    [Theory]
    [InlineData("similar", "同类案件")]
    [InlineData("repeat", "重复投诉")]
    [InlineData("retaliation", "涉嫌打击报复")]
    [InlineData("new", "已核对，为新事项")]
    public async Task Link_TwoCases_StandsInBothHistories(string kind, string title)
    {
        var (one, two) = (await RegisterAsync("C01"), await RegisterAsync("C02"));
        var hotline = await product.AsAsync("a.hotline");
        (await hotline.PostAsync(Links(one), Body(two, kind, "同一处水管"))).Expect(200);
        foreach (var (number, other) in ((string, string)[])[(one, two), (two, one)])
        {
            var seen = await hotline.CaseAsync(number);
            var link = Read.Items(seen["links"]).ShouldHaveSingleItem();
            (Read.Text(link["number"]), Read.Text(link["kind"]), Read.Text(link["title"]), Read.Text(link["by"])).ShouldBe((other, kind, title, "a.hotline"));
            Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("同一处水管");
            Read.Items(seen["timeline"]).Count(entry => Read.Text(entry["action"]) == (kind == "new" ? "case.compared" : "case.linked")).ShouldBe(1);
        }

        (await hotline.PostAsync(Links(two), Body(one, kind, "再说一次"))).Expect(200);
        var again = await hotline.CaseAsync(one);
        (Read.Items(again["links"]).Count, Read.Items(again["notes"]).Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Link_WhatCannotBe_IsRefusedAndLeavesNothing()
    {
        var (one, two) = (await RegisterAsync("C01"), await RegisterAsync("C02"));
        var ofB = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var hotline = await product.AsAsync("a.hotline");
        (await hotline.PostAsync(Links(one), Body(one, "repeat"))).ExpectProblem(400, "LINK-TO-ITSELF");
        (await hotline.PostAsync(Links(one), Body(two, "merged-into"))).ExpectProblem(400, "LINK-KIND-UNKNOWN");
        (await hotline.PostAsync(Links(one), Body(two, ""))).ExpectProblem(400, "LINK-KIND-UNKNOWN");
        (await hotline.PostAsync(Links(one), Body("XX20990101-0001", "repeat"))).ExpectProblem(404, "LINK-TARGET-NOT-FOUND", "to");
        (await hotline.PostAsync(Links(one), Body(ofB, "repeat"))).ExpectProblem(404, "LINK-TARGET-NOT-FOUND");
        (await hotline.PostAsync(Links(one), Body(two, "repeat", new string('长', 501)))).ExpectProblem(400, "REASON-INVALID", "reason");
        (await hotline.PostAsync(Links(ofB), Body(one, "repeat"))).ExpectProblem(404, "CASE-NOT-FOUND");
        (await (await product.AsAsync("a.inspection")).PostAsync(Links(one), Body(two, "repeat"))).ExpectProblem(404);
        Read.Items((await hotline.CaseAsync(one))["links"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Registration_AsARepeat_IsOneCall()
    {
        var hotline = await product.AsAsync("a.hotline");
        var earlier = await RegisterAsync("C01");
        var body = Complaint.Sample("C01");
        (body["linkTo"], body["linkKind"]) = (earlier, "repeat");
        var registered = await product.Site.RegisterAsync("a.hotline", body);
        Read.Text(Read.Items(registered["links"]).ShouldHaveSingleItem()["number"]).ShouldBe(earlier);
        Read.Text(Read.Items((await hotline.CaseAsync(earlier))["links"]).ShouldHaveSingleItem()["number"]).ShouldBe(Read.Text(registered["number"]));

        var wrong = Complaint.Sample("C01");
        wrong["linkTo"] = "XX20990101-0001";
        var before = (await hotline.GetAsync("/api/complaints?pageSize=1")).Json["totalCount"]!.GetValue<int>();
        (await hotline.PostAsync("/api/complaints", wrong)).ExpectProblem(404, "LINK-TARGET-NOT-FOUND", "linkTo");
        (await hotline.GetAsync("/api/complaints?pageSize=1")).Json["totalCount"]!.GetValue<int>().ShouldBe(before);
    }

    [Fact]
    public async Task Link_ToADisciplineCase_IsHiddenFromThoseWhoMayNotReadIt()
    {
        var ofProduct = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var ofDiscipline = Read.Text((await product.Site.RegisterAsync("C13"))["number"]);
        // The registrar still sees both.
        (await (await product.AsAsync("b.hotline")).PostAsync(Links(ofProduct), Body(ofDiscipline, "retaliation", "投诉后被停水"))).Expect(200);
        var manager = (await (await product.AsAsync("b.manager")).GetAsync(ApiClient.CasePath(ofProduct))).Expect(200);
        manager.Text.ShouldNotContain(ofDiscipline);
        manager.Text.ShouldNotContain("投诉后被停水");
        (await (await product.AsAsync("b.manager")).PostAsync(Links(ofProduct), Body(ofDiscipline, "repeat"))).ExpectProblem(404, "LINK-TARGET-NOT-FOUND");
        var seen = await (await product.AsAsync("b.director")).CaseAsync(ofDiscipline);
        Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("投诉后被停水");
    }

    private async Task<string> RegisterAsync(string sample) => Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample(sample)))["number"]);

    private static string Links(string number) => ApiClient.CasePath(number) + "/links";

    private static JsonObject Body(string to, string kind, string? reason = null) => new() { ["to"] = to, ["kind"] = kind, ["reason"] = reason };

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
