using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>One burst pipe, two hundred calls: grouped under one case, answered and called back together.</summary>
public sealed class BurstTests(BurstTests.Product product) : IClassFixture<BurstTests.Product>
{
    private const int Calls = 200;

    [Fact]
    public async Task TwoHundredCallsByTelephone_AreMergedAndCalledBackTogether()
    {
        var (hotline, main, others) = await MergedAsync("hotline");
        var number = Read.Text(main["number"]);

        var walked = await product.GoOnAsync(new(new(product.Site, main, Plan.First), main), Plan.First, stopBefore: "follow-up");
        var task = Read.Text(Read.Items(walked.Case["tasks"]).Single(task => Read.Text(task["step"]) == "follow-up")["id"]);
        (await hotline.PostAsync($"/api/tasks/{task}/claim")).Expect(200);
        var calls = new JsonArray([.. others.Select(other => (JsonNode)new JsonObject { ["number"] = other, ["result"] = "Satisfied" })]);
        (await hotline.PostAsync($"/api/tasks/{task}/call-backs", new JsonObject { ["calls"] = calls })).Expect(200);

        Read.Items((await hotline.GetAsync(Path(number, "merged"))).Expect(200).Json["items"]).Count(row => Read.Text(row["result"]) == "Satisfied").ShouldBe(Calls);
        Read.Text(Read.Items((await hotline.CaseAsync(number))["timeline"]).Last(entry => Read.Text(entry["action"]) == "case.called-back")["detail"]).ShouldBe($"Satisfied={Calls}");
    }

    [Fact]
    public async Task TwoHundredMessages_AreMergedAndAnsweredTogether()
    {
        var (hotline, main, others) = await MergedAsync("wechat");

        var walked = await product.GoOnAsync(new(new(product.Site, main, Plan.First), main), Plan.First);

        walked.ShouldBeClosed();
        var told = Read.Items(walked.Case["replies"]).Where(reply => Read.Text(reply["kind"]) is "final" or "progress").Select(reply => Read.Text(reply["text"])).ToList();
        told.ShouldNotBeEmpty();
        foreach (var other in others)
            await Until.TrueAsync(async () => (await RepliesAsync(other)).Count >= told.Count, TimeSpan.FromSeconds(60), $"{other} was told nothing.");
        foreach (var other in others)
            (await RepliesAsync(other)).ShouldBe(told, other);

        async Task<List<string>> RepliesAsync(string other) =>
            [.. Read.Items((await hotline.CaseAsync(other))["replies"]).Where(reply => Read.Text(reply["kind"]) != "first").Select(reply => Read.Text(reply["text"]))];
    }

    private async Task<(ApiClient Hotline, JsonNode Main, IReadOnlyList<string> Others)> MergedAsync(string channel)
    {
        var hotline = await product.AsAsync("a.hotline");
        var main = await product.Site.RegisterAsync("a.hotline", Call(channel));
        var others = new List<string>();
        for (var i = 0; i < Calls; i++)
            others.Add(Read.Text((await product.Site.RegisterAsync("a.hotline", Call(channel)))["number"]));

        var body = new JsonObject { ["from"] = new JsonArray([.. others.Select(number => (JsonNode)number)]), ["reason"] = "主管破裂" };
        var merged = Read.Items((await hotline.PostAsync(Path(Read.Text(main["number"]), "merge-many"), body)).Expect(200).Json["items"]);
        merged.Count(result => result["merged"]!.GetValue<bool>()).ShouldBe(Calls);
        return (hotline, main, others);
    }

    private static JsonObject Call(string channel)
    {
        var body = Complaint.Sample("C01");
        body["channel"] = channel;
        return body;
    }

    private static string Path(string number, string action) => $"{ApiClient.CasePath(number)}/{action}";

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
