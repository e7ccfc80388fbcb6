using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>加签、减签 (F-031).</summary>
public sealed class SignerTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task Before_UntilTheSignerHasActed_TheHolderCannotComplete()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "before"))).Expect(200);
        (await CompleteAsync(quality, task)).ExpectProblem(409, "TASK-SIGNERS-PENDING");
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "after"))).ExpectProblem(409, "TASK-SIGNER-KNOWN", "to");

        await SignAsync("a.tech", number, "Agree", null);

        var seen = (await CompleteAsync(quality, task)).Expect(200).Json;
        var signer = Read.Items(seen["signers"]).ShouldHaveSingleItem();
        (Read.Text(signer["to"]), Read.Text(signer["position"]), Read.Text(signer["outcome"])).ShouldBe(("a.tech", "before", "同意"));
        Read.OpenSteps(await (await product.AsAsync("a.hotline")).CaseAsync(number)).ShouldNotContain("take-sample");
    }

    [Fact]
    public async Task After_TheProcessWaitsForTheSigner()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "after"))).Expect(200);
        var hotline = await product.AsAsync("a.hotline");

        (await CompleteAsync(quality, task)).Expect(200);
        var waiting = await hotline.CaseAsync(number);
        Read.OpenSteps(waiting).ShouldContain("take-sample+sign");
        Read.OpenSteps(waiting).ShouldNotContain("sample-result");

        await SignAsync("a.tech", number, "Disagree", "采样点不对");
        Read.OpenSteps(await hotline.CaseAsync(number)).ShouldContain("sample-result");
    }

    [Fact]
    public async Task Remove_BeforeActing_LetsTheProcessGoOn()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "after"))).Expect(200);
        (await CompleteAsync(quality, task)).Expect(200);

        (await quality.PostAsync(task + "/remove-signer", Removal("a.tech"))).Expect(200);

        Read.OpenSteps(await (await product.AsAsync("a.hotline")).CaseAsync(number)).ShouldContain("sample-result");
    }

    [Fact]
    public async Task Remove_AfterTheSignerHasBegun_IsRefused()
    {
        var (number, task) = await product.TaskAsync("C01", "take-sample");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "before"))).Expect(200);
        var added = TaskProduct.PathOf((await product.ListAsync("a.tech", "available", number)).Single(row => Read.Text(row["step"]) == "take-sample+sign"));
        await product.ClaimedAsync("a.tech", added);
        (await quality.PostAsync(task + "/remove-signer", Removal("a.tech"))).ExpectProblem(409, "TASK-SIGNER-NOT-REMOVABLE", "to");
        (await (await product.AsAsync("a.tech")).PostAsync(added + "/add-signer", Signer("a.it", "before"))).ExpectProblem(409, "TASK-SIGNER-NESTED");
    }

    [Fact]
    public async Task Add_WhatCannotBe_IsRefused()
    {
        var (_, task) = await product.TaskAsync("C01", "take-sample");
        (await (await product.AsAsync("a.quality")).PostAsync(task + "/add-signer", Signer("a.tech", "before"))).ExpectProblem(409, "TASK-NOT-CLAIMED");
        var quality = await product.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/add-signer", Signer("a.tech", "beside"))).ExpectProblem(400, "TASK-SIGNER-POSITION-UNKNOWN", "position");
        (await quality.PostAsync(task + "/add-signer", Signer("b.hotline", "before"))).ExpectProblem(400, "TASK-RECIPIENT-UNKNOWN", "to");
        (await quality.PostAsync(task + "/add-signer", Signer("a.quality", "before"))).ExpectProblem(400, "TASK-RECIPIENT-IS-HOLDER", "to");
        (await (await product.AsAsync("a.hotline")).PostAsync(task + "/remove-signer", Removal("a.tech"))).ExpectProblem(403, "TASK-NOT-HELD");
        (await quality.PostAsync(task + "/remove-signer", Removal("a.tech"))).ExpectProblem(409, "TASK-SIGNER-NOT-REMOVABLE");
    }

    [Fact]
    public async Task Case_Closed_TakesWhatWasAddedAway()
    {
        var (number, task) = await product.TaskAsync("C01", "call-department");
        var hotline = await product.ClaimedAsync("a.hotline", task);
        (await hotline.PostAsync(task + "/add-signer", Signer("a.tech", "before"))).Expect(200);
        await new CaseDriver(product.Site, await hotline.CaseAsync(number), Plan.First.Leaving("call-department", "call-department+sign")).WalkAsync();
        Read.Tasks(await hotline.CaseAsync(number), "call-department+sign").ShouldAllBe(added => Read.Text(added["state"]) == "cancelled");
    }

    private async Task SignAsync(string user, string number, string outcome, string? comment)
    {
        var client = await product.AsAsync(user);
        var added = TaskProduct.PathOf((await product.ListAsync(user, "available", number)).Single(row => Read.Text(row["step"]) == "take-sample+sign"));
        (await client.PostAsync(added + "/claim")).Expect(200);
        (await client.PostAsync(added + "/complete", new JsonObject { ["outcome"] = outcome, ["comment"] = comment })).Expect(200);
    }

    private static Task<Answer> CompleteAsync(ApiClient client, string task) =>
        client.PostAsync(task + "/complete", new JsonObject { ["outcome"] = "Sampled", ["form"] = new JsonObject { ["place"] = "厨房" } });

    private static JsonObject Signer(string to, string position) => new() { ["to"] = to, ["position"] = position };

    private static JsonObject Removal(string to) => new() { ["to"] = to, ["reason"] = "已口头沟通" };
}
