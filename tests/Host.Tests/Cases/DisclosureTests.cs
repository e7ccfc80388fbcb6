using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>What leaves the company of a confidential case, and who allows it.</summary>
public sealed class DisclosureTests(DisclosureTests.Product product) : IClassFixture<DisclosureTests.Product>
{
    [Theory]
    [InlineData("Granted", "granted")]
    [InlineData("Refused", "refused")]
    public async Task Disclosure_AskedForAndDecided_StandsInTheCase(string outcome, string state)
    {
        var number = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var asked = (await (await product.AsAsync("b.hotline")).PostAsync(Path(number), Body("住建局"))).Expect(200).Json;
        Read.OpenSteps(asked).ShouldBe(["disclosure-authorisation", "review"]);
        Read.Text(Read.Items(asked["disclosures"]).ShouldHaveSingleItem()["state"]).ShouldBe("requested");

        var task = Read.Tasks(asked, "disclosure-authorisation", "open").ShouldHaveSingleItem();
        var director = await product.AsAsync("b.director");
        (await director.PostAsync($"/api/tasks/{Read.Text(task["id"])}/claim")).Expect(200);
        var form = new JsonObject { ["recipient"] = "市住建局", ["scope"] = "处理结果" };
        (await director.PostAsync(
            $"/api/tasks/{Read.Text(task["id"])}/complete", new JsonObject { ["outcome"] = outcome, ["form"] = form, ["comment"] = "依规定" })).Expect(200);

        var seen = await (await product.AsAsync("b.manager")).CaseAsync(number);
        var disclosure = Read.Items(seen["disclosures"]).ShouldHaveSingleItem();
        (Read.Text(disclosure["state"]), Read.Text(disclosure["decidedBy"]), Read.Text(disclosure["requestedBy"])).ShouldBe((state, "b.director", "b.hotline"));
        Read.Moment(disclosure["decidedAt"]).ShouldBe(await product.Site.NowAsync());
        (Read.Text(disclosure["recipient"]), Read.Text(disclosure["scope"])).ShouldBe(state == "granted" ? ("市住建局", "处理结果") : ("住建局", "办理情况"));
        (Read.Text(disclosure["reason"]), Read.Text(disclosure["comment"])).ShouldBe(("来函要求", "依规定"));
        Read.OpenSteps(seen).ShouldBe(["review"]);
    }

    [Fact]
    public async Task Disclosure_OfTheDirector_IsDecidedByAnotherPerson()
    {
        var walked = await product.WalkAsync("C13", Plan.First, stopBefore: "investigation");
        var asked = (await (await product.AsAsync("b.director")).PostAsync(Path(walked.Number), Body("市纪委"))).Expect(200).Json;
        var task = "/api/tasks/" + Read.Text(Read.Tasks(asked, "disclosure-authorisation", "open")[0]["id"]);
        (await (await product.AsAsync("b.director")).PostAsync(task + "/claim")).ExpectProblem(403);
        (await (await product.AsAsync("b.chairman")).PostAsync(task + "/claim")).Expect(200);
    }

    [Fact]
    public async Task Disclosure_StillOpenAtTheEnd_DiesWithTheCase()
    {
        var registered = await product.Site.RegisterAsync("C13");
        (await (await product.AsAsync("b.hotline")).PostAsync(Path(Read.Text(registered["number"])), Body("市信访局"))).Expect(200);
        var walked = await product.GoOnAsync(
            new(new(product.Site, registered, Plan.First), registered), Plan.First.Leaving("disclosure-authorisation").With("investigation", "Untrue"));
        walked.ShouldBeClosed();
        Read.Text(Read.Items(walked.Case["disclosures"]).ShouldHaveSingleItem()["state"]).ShouldBe("lapsed");
        (await (await product.AsAsync("b.director")).PostAsync(Path(walked.Number), Body("市信访局"))).ExpectProblem(409, "CASE-CLOSED");
    }

    [Fact]
    public async Task Disclosure_WhatCannotBe_IsRefused()
    {
        var walked = await product.WalkAsync("C13", Plan.First, stopBefore: "investigation");
        (await (await product.AsAsync("b.hotline")).PostAsync(Path(walked.Number), Body("报社"))).ExpectProblem(404);
        (await (await product.AsAsync("a.hotline")).PostAsync(Path(walked.Number), Body("报社"))).ExpectProblem(404);
        (await (await product.AsAsync("b.director")).PostAsync(Path(walked.Number), new JsonObject())).ExpectProblem(400, "DISCLOSURE-INVALID", "recipient");
        var ofA = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        (await (await product.AsAsync("a.hotline")).PostAsync(Path(ofA), Body("报社"))).ExpectProblem(409, "DISCLOSURE-NOT-FORESEEN");
        Read.Items((await (await product.AsAsync("a.hotline")).CaseAsync(ofA))["disclosures"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task CustomerAndDisclosure_InTheDatabase_AreSealed()
    {
        var body = Complaint.Sample("C12");
        body["customer"] = new JsonObject { ["name"] = "孙某某某", ["phone"] = "13977665544", ["address"] = "聊堂路9号院", ["accountNumber"] = "LT-55667788" };
        var number = Read.Text((await product.Site.RegisterAsync("b.hotline", body))["number"]);
        (await (await product.AsAsync("b.hotline")).PostAsync(Path(number), Body("很特别的收件单位"))).Expect(200);
        foreach (var file in Directory.EnumerateFiles(product.Host.DataDirectory, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            foreach (var secret in (string[])["很特别的收件单位", "孙某某某", "13977665544", "聊堂路9号院", "LT-55667788"])
                copy.ToArray().AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, $"{secret} {file}");
        }
    }

    private static string Path(string number) => ApiClient.CasePath(number) + "/disclosures";

    private static JsonObject Body(string recipient) => new() { ["recipient"] = recipient, ["scope"] = "办理情况", ["reason"] = "来函要求" };

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
