using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Refusals;

/// <summary>The same request twice under one <c>Idempotency-Key</c>.</summary>
public sealed class IdempotencyTests(RefusalProduct product) : IClassFixture<RefusalProduct>
{
    [Fact]
    public async Task Registration_SameKeySameBody_ReplaysTheAnswer()
    {
        var hotline = await product.AsAsync("a.hotline");
        var before = await product.CasesAsync();
        var key = Guid.NewGuid().ToString();
        var first = (await hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), key)).Expect(201);
        var second = (await hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), key)).Expect(201);
        second.Text.ShouldBe(first.Text);
        (await product.CasesAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task ConfidentialRegistration_SameKeySameBody_AnswersTheSameCase()
    {
        var hotline = await product.AsAsync("b.hotline");
        var before = await product.CasesAsync();
        var key = Guid.NewGuid().ToString();
        var first = (await hotline.PostAsync("/api/complaints", Complaint.Sample("C13"), key)).Expect(201);
        var second = (await hotline.PostAsync("/api/complaints", Complaint.Sample("C13"), key)).Expect(201);
        Read.Text(second.Json["number"]).ShouldBe(Read.Text(first.Json["number"]));
        (await product.CasesAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Registration_SameKeyOtherBody_IsAConflict()
    {
        var hotline = await product.AsAsync("a.hotline");
        var key = Guid.NewGuid().ToString();
        (await hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), key)).Expect(201);
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", Complaint.Sample("C02"), key))).ExpectProblem(409);
    }

    [Fact]
    public async Task Registration_SameKeyOfAnotherUser_IsAnotherRequest()
    {
        var key = Guid.NewGuid().ToString();
        var one = await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01"), key);
        var two = await product.Site.RegisterAsync("a.hotline2", Complaint.Sample("C01"), key);
        Read.Text(two["number"]).ShouldNotBe(Read.Text(one["number"]));
    }

    [Fact]
    public async Task Registration_RefusedThenRight_UnderTheSameKey_IsStored()
    {
        var hotline = await product.AsAsync("a.hotline");
        var key = Guid.NewGuid().ToString();
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", new JsonObject(), key))).ExpectProblem(400);
        (await hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), key)).Expect(201);
    }

    [Fact]
    public async Task Registration_SameKeyAtOnce_MakesOneCase()
    {
        var hotline = await product.AsAsync("a.hotline");
        var before = await product.CasesAsync();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), key)));
        answers.Select(answer => Read.Text(answer.Expect(201).Json["number"])).Distinct().ShouldHaveSingleItem();
        (await product.CasesAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task ClaimAndComplete_SameKey_AreHarmless()
    {
        var registered = await product.Site.RegisterAsync("C01");
        var number = Read.Text(registered["number"]);
        var task = "/api/tasks/" + Read.Text(Read.Tasks(registered, "first-reply", "open")[0]["id"]);
        var hotline = await product.AsAsync("a.hotline");
        var claim = Guid.NewGuid().ToString();
        var claimed = (await hotline.PostAsync(task + "/claim", null, claim)).Expect(200);
        (await hotline.PostAsync(task + "/claim", null, claim)).Expect(200).Text.ShouldBe(claimed.Text);
        var complete = Guid.NewGuid().ToString();
        var body = new JsonObject { ["outcome"] = "Replied" };
        var completed = (await hotline.PostAsync(task + "/complete", body, complete)).Expect(200);
        (await product.UnchangedAsync("a.supervisor", number, () => hotline.PostAsync(task + "/complete", body, complete))).Expect(200).Text.ShouldBe(completed.Text);
        (await product.UnchangedAsync("a.supervisor", number, () => hotline.PostAsync(task + "/complete", new JsonObject { ["outcome"] = "AskSuperior" }, complete)))
            .ExpectProblem(409);
    }

    [Fact]
    public async Task Key_TooLong_IsRefused()
    {
        var hotline = await product.AsAsync("a.hotline");
        (await product.RefusedAsync(() => hotline.PostAsync("/api/complaints", Complaint.Sample("C01"), new string('k', 1000)))).ExpectProblem(400);
    }
}
