using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>Work that is done late, beside other work, or by somebody else than usual.</summary>
public sealed class LateWorkTests(LateWorkTests.Product product) : IClassFixture<LateWorkTests.Product>
{
    [Fact]
    public async Task Clock_StoppedLate_StaysBreachedWithAnEnd()
    {
        var walked = await product.WalkAsync("C01", Plan.First, stopBefore: "take-sample");
        var due = walked.Due("A-4.5")[0];
        await product.Site.AdvanceToAsync(due + TimeSpan.FromDays(2));
        var done = await product.GoOnAsync(walked, Plan.First);
        Read.Text(done.Case["status"]).ShouldBe("closed");
        var clock = Read.Clocks(done.Case, "A-4.5").ShouldHaveSingleItem();
        Read.Text(clock["state"]).ShouldBe("breached");
        Read.Moment(clock["endedAt"]).ShouldBe(due + TimeSpan.FromDays(2));
        Read.Moment(clock["breachedAt"]).ShouldBe(due);
        done.ShouldHaveClocks("A-2.1c", "met");
    }

    [Fact]
    public async Task Clock_StoppedAtTheVeryDueTime_IsNotMissedTwice()
    {
        var walked = await product.WalkAsync("C01", Plan.First, stopBefore: "take-sample");
        await product.Site.AdvanceToAsync(walked.Due("A-4.5")[0] - TimeSpan.FromSeconds(1));
        (await product.GoOnAsync(walked, Plan.First)).ShouldBeClosed().ShouldHaveClocks("A-4.5", "met");
    }

    [Fact]
    public async Task Redo_AfterABreach_LeavesTheOldClockAsItIs()
    {
        var walked = await product.WalkAsync("C01", Plan.First, stopBefore: "take-sample");
        await product.Site.AdvanceToAsync(walked.Due("A-4.5")[0] + TimeSpan.FromHours(1));
        var done = await product.GoOnAsync(walked, Plan.First.With("follow-up", "NotSatisfied", "Satisfied"));
        done.ShouldHaveClocks("A-4.5", "breached", "met");
        Read.Text(done.Case["status"]).ShouldBe("closed");
    }

    [Fact]
    public async Task ClosedCase_LongAfter_RaisesNoMoreNotices()
    {
        var walked = await product.WalkAsync("C01", Plan.First.Leaving("call-department"));
        walked.ShouldBeClosed();
        var before = Read.Items(walked.Case["notices"]).Count;
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(30));
        var after = await product.CaseAsync(walked.Case);
        Read.Items(after["notices"]).Count.ShouldBe(before);
        after["clocks"]!.ToJsonString().ShouldBe(walked.Case["clocks"]!.ToJsonString());
    }

    [Fact]
    public async Task ReportedTime_WithinHalfAnHour_StopsTheClockThen()
    {
        var walked = await product.WalkAsync("C01", Plan.First, stopBefore: "take-sample");
        var occurredAt = await product.Site.NowAsync() + TimeSpan.FromMinutes(5);
        await product.Site.AdvanceToAsync(occurredAt + TimeSpan.FromMinutes(20));
        var done = await product.GoOnAsync(walked, Plan.First.Filling("occurredAt", occurredAt.ToString("O")), stopBefore: "sample-result");
        Read.Moment(Read.Clocks(done.Case, "A-4.5")[0]["endedAt"]).ShouldBe(occurredAt);
    }

    [Fact]
    public async Task FirstReply_TickedWhileRegistering_IsDone()
    {
        var body = Complaint.Sample("C01");
        body["firstReplyGiven"] = true;
        var registered = await product.Site.RegisterAsync("a.hotline", body);
        Read.Text(Read.Clocks(registered, "A-2.1b").ShouldHaveSingleItem()["state"]).ShouldBe("met");
        Read.Tasks(registered, "first-reply").ShouldBeEmpty();
        Read.Items(registered["replies"]).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Discipline_TakenInByTheOfficeItself_NeverPassesTheHotline()
    {
        var registered = await product.Site.RegisterAsync("b.discipline", Complaint.Sample("C13"));
        var driver = await new CaseDriver(product.Site, registered, Plan.First).WalkAsync();
        driver.Done[0].ShouldBe(new("review", "Accepted", "b.discipline"));
        driver.Done.ShouldNotContain(done => done.User == "b.hotline");
        Read.Text((await product.CaseAsync(registered))["status"]).ShouldBe("closed");
    }

    [Fact]
    public async Task TwoTasksOfOneCase_CompletedAtOnce_AreBothDone()
    {
        for (var i = 0; i < 20; i++)
        {
            var registered = await product.Site.RegisterAsync("C01");
            var reply = await ClaimedAsync("a.hotline", registered, "first-reply");
            var call = await ClaimedAsync("a.hotline2", registered, "call-department");
            var sample = await ClaimedAsync("a.quality", registered, "take-sample");
            var answers = await Task.WhenAll(
                reply.Client.PostAsync(reply.Path + "/complete", new JsonObject { ["outcome"] = "Replied" }),
                call.Client.PostAsync(call.Path + "/complete", new JsonObject { ["outcome"] = "Called" }),
                sample.Client.PostAsync(sample.Path + "/complete", new JsonObject { ["outcome"] = "Sampled", ["form"] = new JsonObject { ["place"] = "厨房" } }));
            answers.ShouldAllBe(answer => answer.IsSuccess);
            Read.OpenSteps(await product.CaseAsync(registered)).ShouldBe(["sample-result"]);
        }
    }

    [Fact]
    public async Task OneTask_CompletedByManyRequestsAtOnce_IsDoneOnce()
    {
        for (var i = 0; i < 10; i++)
        {
            var registered = await product.Site.RegisterAsync("C01");
            var sample = await ClaimedAsync("a.quality", registered, "take-sample");
            var body = new JsonObject { ["outcome"] = "Sampled", ["form"] = new JsonObject { ["place"] = "厨房" } };
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => sample.Client.PostAsync(sample.Path + "/complete", body)));
            answers.Count(answer => answer.IsSuccess).ShouldBe(1);
            foreach (var answer in answers.Where(answer => !answer.IsSuccess))
                answer.ExpectProblem(409, "TASK-ALREADY-DONE");
            Read.Tasks(await product.CaseAsync(registered), "sample-result").ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task DelegatedTask_ReturnsToItsOwnerWithTheOpinion()
    {
        var registered = await product.Site.RegisterAsync("C01");
        var reply = await ClaimedAsync("a.hotline", registered, "first-reply");
        (await reply.Client.PostAsync(reply.Path + "/delegate", new JsonObject { ["to"] = "a.hotline2", ["reason"] = "请协助答复" })).Expect(200);
        (await reply.Client.PostAsync(reply.Path + "/complete", new JsonObject { ["outcome"] = "Replied" })).ExpectProblem(403);
        var other = await product.AsAsync("a.hotline2");
        (await other.PostAsync(reply.Path + "/return", new JsonObject { ["reason"] = "意见：可以答复" })).Expect(200);
        (await reply.Client.PostAsync(reply.Path + "/complete", new JsonObject { ["outcome"] = "Replied" })).Expect(200);
    }

    [Fact]
    public async Task TransferredTask_IsTheNewHolders()
    {
        var registered = await product.Site.RegisterAsync("C01");
        var reply = await ClaimedAsync("a.hotline", registered, "first-reply");
        (await reply.Client.PostAsync(reply.Path + "/transfer", new JsonObject { ["to"] = "a.hotline2" })).ExpectProblem(400, "TASK-REASON-REQUIRED", "reason");
        (await reply.Client.PostAsync(reply.Path + "/transfer", new JsonObject { ["to"] = "b.hotline", ["reason"] = "交班" })).ExpectProblem(400, null, "to");
        (await reply.Client.PostAsync(reply.Path + "/transfer", new JsonObject { ["to"] = "a.hotline2", ["reason"] = "交班" })).Expect(200);
        (await reply.Client.PostAsync(reply.Path + "/complete", new JsonObject { ["outcome"] = "Replied" })).ExpectProblem(403);
        (await (await product.AsAsync("a.hotline2")).PostAsync(reply.Path + "/complete", new JsonObject { ["outcome"] = "Replied" })).Expect(200);
    }

    private async Task<(ApiClient Client, string Path)> ClaimedAsync(string user, JsonNode registered, string step)
    {
        var client = await product.AsAsync(user);
        var path = "/api/tasks/" + Read.Text(Read.Tasks(registered, step, "open").ShouldHaveSingleItem()["id"]);
        (await client.PostAsync(path + "/claim")).Expect(200);
        return (client, path);
    }

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
