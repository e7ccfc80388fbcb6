using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Refusals;

/// <summary>Actions on tasks that must not be: right status and code, and the case is as it was.</summary>
public sealed class TaskRefusalTests(RefusalProduct product) : IClassFixture<RefusalProduct>
{
    [Fact]
    public async Task Complete_OutcomeThatTheTaskDoesNotHave_IsRefused()
    {
        var (number, task) = await TaskAsync("C01", "take-sample");
        var quality = await ClaimedAsync("a.quality", task);
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(quality, task, "Repaired"))).ExpectProblem(400, "TASK-OUTCOME-UNKNOWN", "outcome");
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(quality, task, null))).ExpectProblem(400, "TASK-OUTCOME-UNKNOWN", "outcome");
    }

    [Theory]
    [InlineData("{}", "place")]
    [InlineData("""{"place":"  "}""", "place")]
    [InlineData("""{"place":5}""", "place")]
    [InlineData("""{"place":"厨房","colour":"red"}""", "colour")]
    [InlineData("""{"place":"厨房","occurredAt":"2026-03-30"}""", "occurredAt")]
    [InlineData("""{"place":"厨房","occurredAt":"2026-03-30T23:00:00+08:00"}""", "occurredAt")]
    [InlineData("""{"place":"厨房","occurredAt":"2026-03-29T08:00:00+08:00"}""", "occurredAt")]
    [InlineData("""{"place":"厨房","note":"铃\u0007"}""", "note")]
    public async Task Complete_FormWrong_IsRefusedNamingTheField(string form, string field)
    {
        var (number, task) = await TaskAsync("C01", "take-sample");
        var quality = await ClaimedAsync("a.quality", task);
        var body = new JsonObject { ["outcome"] = "Sampled", ["form"] = JsonNode.Parse(form) };
        (await product.UnchangedAsync("a.supervisor", number, () => quality.PostAsync(task + "/complete", body))).ExpectProblem(400, null, field);
    }

    [Fact]
    public async Task Complete_PickerValueUnknown_IsRefused()
    {
        var (number, task) = await TaskAsync("C12", "review");
        var hotline = await ClaimedAsync("b.hotline", task);
        var body = new JsonObject { ["outcome"] = "Accepted", ["form"] = new JsonObject { ["unit"] = "unit9" } };
        (await product.UnchangedAsync("b.manager", number, () => hotline.PostAsync(task + "/complete", body))).ExpectProblem(400, "TASK-FORM-INVALID", "unit");
    }

    [Theory]
    [InlineData("""{"outcome":"Sampled","form":"text"}""")]
    [InlineData("""{"outcome":"Sampled","form":["a"]}""")]
    [InlineData("""{"outcome":5}""")]
    [InlineData("not json")]
    public async Task Complete_BodyMalformed_IsRefused(string body)
    {
        var (number, task) = await TaskAsync("C01", "take-sample");
        var quality = await ClaimedAsync("a.quality", task);
        (await product.UnchangedAsync("a.supervisor", number, () => quality.PostTextAsync(task + "/complete", body))).ExpectProblem(400);
    }

    [Fact]
    public async Task Complete_WithoutTheReasonThatTheOutcomeWants_IsRefused()
    {
        var (number, task) = await TaskAsync("C01", "take-sample");
        var quality = await ClaimedAsync("a.quality", task);
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(quality, task, "Returned"))).ExpectProblem(400, "TASK-REASON-REQUIRED", "comment");
    }

    [Fact]
    public async Task Complete_Unclaimed_IsAConflict()
    {
        var (number, task) = await TaskAsync("C01", "first-reply");
        var hotline = await product.AsAsync("a.hotline");
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(hotline, task, "Replied"))).ExpectProblem(409, "TASK-NOT-CLAIMED");
    }

    [Fact]
    public async Task Complete_TaskOfSomeoneElse_IsForbidden()
    {
        var (number, task) = await TaskAsync("C01", "first-reply");
        await ClaimedAsync("a.hotline", task);
        var other = await product.AsAsync("a.hotline2");
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(other, task, "Replied"))).ExpectProblem(403, "TASK-NOT-HELD");
        (await product.UnchangedAsync("a.supervisor", number, () => other.PostAsync(task + "/claim"))).ExpectProblem(409, "TASK-ALREADY-CLAIMED");
        (await product.UnchangedAsync("a.supervisor", number, () => other.PostAsync(task + "/release"))).ExpectProblem(403);
    }

    [Fact]
    public async Task Claim_NotACandidate_IsForbidden()
    {
        var (number, task) = await TaskAsync("C01", "take-sample");
        var meter = await product.AsAsync("a.meter");
        (await product.UnchangedAsync("a.supervisor", number, () => meter.PostAsync(task + "/claim"))).ExpectProblem(403, "TASK-NOT-CANDIDATE");
    }

    [Fact]
    public async Task Complete_Twice_IsAConflict()
    {
        var (number, task) = await TaskAsync("C01", "call-department");
        var hotline = await ClaimedAsync("a.hotline", task);
        (await CompleteAsync(hotline, task, "Called")).Expect(200);
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(hotline, task, "Called"))).ExpectProblem(409, "TASK-ALREADY-DONE");
        (await product.UnchangedAsync("a.supervisor", number, () => hotline.PostAsync(task + "/claim"))).ExpectProblem(409);
    }

    [Fact]
    public async Task Complete_AfterTheCaseIsClosed_IsAConflict()
    {
        var (number, task) = await TaskAsync("C01", "call-department");
        var hotline = await ClaimedAsync("a.hotline", task);
        var walked = await new CaseDriver(product.Site, await hotline.CaseAsync(number), Plan.First.Leaving("call-department")).WalkAsync();
        walked.Trail().ShouldContain("follow-up:Satisfied");
        (await product.UnchangedAsync("a.supervisor", number, () => CompleteAsync(hotline, task, "Called"))).ExpectProblem(409, "TASK-CANCELLED");
    }

    [Fact]
    public async Task Claim_PersonExcluded_IsForbiddenThoughACandidate()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var number = Read.Text(registered["number"]);
        var plan = Plan.First.With("unit-handling", "Returned").With("review", "Accepted", "Accepted", "Unfounded");
        var driver = await new CaseDriver(product.Site, registered, plan).WalkAsync(stopBefore: "unfounded-check");
        driver.Done[^1].ShouldBe(new("review", "Unfounded", "b.manager"));
        var manager = await product.AsAsync("b.manager");
        var check = Path(Read.Tasks(await manager.CaseAsync(number), "unfounded-check", "open")[0]);
        (await product.UnchangedAsync("b.manager", number, () => manager.PostAsync(check + "/claim"))).ExpectProblem(403, "TASK-PERSON-EXCLUDED");
        (await manager.ListAsync("/api/tasks?scope=available&complaint=" + number)).ShouldBeEmpty();
        (await (await product.AsAsync("b.dispatcher")).PostAsync(check + "/claim")).Expect(200);
    }

    [Fact]
    public async Task Transfer_ToAnExcludedPerson_IsForbidden()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var number = Read.Text(registered["number"]);
        var plan = Plan.First.With("unit-handling", "Returned").With("review", "Accepted", "Accepted", "Unfounded");
        await new CaseDriver(product.Site, registered, plan).WalkAsync(stopBefore: "unfounded-check");
        var dispatcher = await product.AsAsync("b.dispatcher");
        var check = Path(Read.Tasks(await dispatcher.CaseAsync(number), "unfounded-check", "open")[0]);
        (await dispatcher.PostAsync(check + "/claim")).Expect(200);
        var body = new JsonObject { ["to"] = "b.manager", ["reason"] = "出差" };
        (await product.UnchangedAsync("b.manager", number, () => dispatcher.PostAsync(check + "/transfer", body))).ExpectProblem(403, "TASK-PERSON-EXCLUDED");
    }

    [Fact]
    public async Task Recorder_OutcomeOfTheDepartment_IsForbidden()
    {
        var (number, task) = await TaskAsync("C02", "department-handling");
        var hotline = await ClaimedAsync("a.hotline", task);
        var body = new JsonObject { ["outcome"] = "Answered", ["form"] = new JsonObject { ["text"] = "已复核" } };
        (await product.UnchangedAsync("a.supervisor", number, () => hotline.PostAsync(task + "/complete", body))).ExpectProblem(403, "TASK-OUTCOME-NOT-ALLOWED");
    }

    [Fact]
    public async Task Claim_TwoAtOnce_HasOneWinner()
    {
        var (_, task) = await TaskAsync("C01", "first-reply");
        var one = await product.AsAsync("a.hotline");
        var two = await product.AsAsync("a.hotline2");
        var answers = await Task.WhenAll(one.PostAsync(task + "/claim"), two.PostAsync(task + "/claim"));
        answers.Select(answer => (int)answer.Status).Order().ShouldBe([200, 409]);
    }

    [Fact]
    public async Task Task_UnknownOrOfTheOtherOrganisation_IsNotFound()
    {
        var (_, task) = await TaskAsync("C01", "first-reply");
        var other = await product.AsAsync("b.hotline");
        (await other.GetAsync(task)).ExpectProblem(404);
        (await other.PostAsync(task + "/claim")).ExpectProblem(404);
        (await other.GetAsync("/api/tasks/" + Guid.NewGuid())).ExpectProblem(404);
        (await other.PostAsync($"/api/tasks/{Guid.NewGuid()}/complete", new JsonObject { ["outcome"] = "Replied" })).ExpectProblem(404);
    }

    [Fact]
    public async Task Task_NotSignedIn_IsRefused()
    {
        var (number, task) = await TaskAsync("C01", "first-reply");
        (await product.UnchangedAsync("a.supervisor", number, () => product.Site.Nobody.PostAsync(task + "/claim"))).ExpectProblem(401);
        (await product.Site.Nobody.GetAsync(task)).ExpectProblem(401);
        (await product.Site.Nobody.GetAsync("/api/tasks")).ExpectProblem(401);
    }

    private static string Path(JsonNode task) => "/api/tasks/" + Read.Text(task["id"]);

    private static Task<Answer> CompleteAsync(ApiClient client, string task, string? outcome) =>
        client.PostAsync(task + "/complete", new JsonObject { ["outcome"] = outcome, ["form"] = outcome == "Sampled" ? new JsonObject { ["place"] = "厨房" } : new JsonObject() });

    private async Task<(string Number, string Task)> TaskAsync(string sample, string step)
    {
        var registered = await product.Site.RegisterAsync(sample);
        return (Read.Text(registered["number"]), Path(Read.Tasks(registered, step, "open").ShouldHaveSingleItem()));
    }

    private async Task<ApiClient> ClaimedAsync(string user, string task)
    {
        var client = await product.AsAsync(user);
        (await client.PostAsync(task + "/claim")).Expect(200);
        return client;
    }
}
