using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>退回到以前的环节，撤回自己的办理结果 (F-032).</summary>
public sealed class ReturnTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    private const string UnitRule = "B-6.2.5";

    [Fact]
    public async Task Withdraw_NextStepUntouched_PutsTheTaskBackInHandAndItsClocksAsTheyWere()
    {
        var (number, review, doer) = await ReviewedAsync();
        var before = await doer.CaseAsync(number);
        Read.Texts((await doer.GetAsync(review)).Json["actions"]).ShouldContain("withdraw");

        var taken = (await doer.PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"))).Expect(200).Json;

        (Read.Text(taken["state"]), Read.Text(taken["assignee"]), taken["outcome"]).ShouldBe(("claimed", doer.User, null));
        var after = await doer.CaseAsync(number);
        Read.OpenSteps(after).ShouldContain("review");
        Read.OpenSteps(after).ShouldNotContain("unit-handling");
        Read.Tasks(after, "review").ShouldHaveSingleItem();
        Read.Tasks(after, "unit-handling", "cancelled").ShouldHaveSingleItem();
        Read.Clocks(after, UnitRule).Select(clock => Read.Text(clock["state"])).ShouldBe(["cancelled"]);
        foreach (var clock in Read.Items(before["clocks"]).Where(clock => Read.Text(clock["rule"]) != UnitRule && clock["endedAt"] is not null))
        {
            var again = Read.Items(after["clocks"]).Single(other => Read.Text(other["id"]) == Read.Text(clock["id"]));
            (Read.Text(again["state"]), Read.Text(again["dueAt"])).ShouldBe(("running", Read.Text(clock["dueAt"])));
        }

        await new CaseDriver(product.Site, after, Plan.First).WalkAsync(stopBefore: "unit-handling");
        var done = await doer.CaseAsync(number);
        Read.Tasks(done, "unit-handling", "open").ShouldHaveSingleItem();
        Read.Tasks(done, "review", "completed").ShouldHaveSingleItem();
        Read.Clocks(done, UnitRule).Select(clock => Read.Text(clock["state"])).ShouldBe(["cancelled", "running"]);
    }

    [Fact]
    public async Task Withdraw_Twice_WithOneKey_IsOne()
    {
        var (_, review, doer) = await ReviewedAsync();
        var first = (await doer.PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"), "one-key-for-two")).Expect(200);
        (await doer.PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"), "one-key-for-two")).Expect(200).Text.ShouldBe(first.Text);
        (await doer.PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"))).ExpectProblem(409, "TASK-NOT-WITHDRAWABLE");
    }

    [Fact]
    public async Task Withdraw_NextStepClaimed_IsRefused()
    {
        var (number, review, doer) = await ReviewedAsync();
        await ClaimUnitAsync(number);
        (await doer.PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"))).ExpectProblem(409, "TASK-NOT-WITHDRAWABLE");
        Read.Texts((await doer.GetAsync(review)).Json["actions"]).ShouldNotContain("withdraw");
        Read.Tasks(await doer.CaseAsync(number), "review", "completed").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Withdraw_BySomebodyElse_OrWithoutReason_IsRefused()
    {
        var (_, review, doer) = await ReviewedAsync();
        var other = doer.User == "b.manager" ? "b.dispatcher" : "b.manager";
        (await (await product.AsAsync(other)).PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"))).Status.ShouldBeOneOf(System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.NotFound);
        (await (await product.AsAsync("a.supervisor")).PostAsync(review + "/withdraw", TaskProduct.Because("选错了部门"))).ExpectProblem(404, "TASK-NOT-FOUND");
        (await doer.PostAsync(review + "/withdraw", new JsonObject())).ExpectProblem(400, null, "reason");
    }

    [Fact]
    public async Task Withdraw_CustomerWasAnswered_IsRefused()
    {
        var (number, reply) = await product.TaskAsync("C01", "first-reply");
        var driver = new CaseDriver(product.Site, await (await product.AsAsync("a.hotline")).CaseAsync(number), Plan.First.Leaving("take-sample", "call-department"));
        while (Read.Tasks(await (await product.AsAsync("a.hotline")).CaseAsync(number), "first-reply", "completed").Count == 0)
            await driver.StepAsync();
        var done = Read.Tasks(await (await product.AsAsync("a.hotline")).CaseAsync(number), "first-reply", "completed")[0];
        var doer = await product.AsAsync(Read.Text(done["completedBy"]));
        (await doer.PostAsync(reply + "/withdraw", TaskProduct.Because("说错了"))).ExpectProblem(409, "TASK-NOT-WITHDRAWABLE");
    }

    [Fact]
    public async Task Return_ToAnEarlierStep_OpensItAnew_AndStopsNoClock()
    {
        var (number, _, doer) = await ReviewedAsync();
        var (unit, task) = await ClaimUnitAsync(number);
        var before = await doer.CaseAsync(number);
        Read.Items((await unit.GetAsync(task + "/return-steps")).Expect(200).Json["items"]).Select(step => Read.Text(step["step"])).ShouldBe(["review"]);

        (await unit.PostAsync(task + "/return", new JsonObject { ["toStep"] = "review", ["reason"] = "不属于我单位职责" })).Expect(200);

        var after = await doer.CaseAsync(number);
        Read.Tasks(after, "review", "open").ShouldHaveSingleItem();
        Read.Tasks(after, "unit-handling", "cancelled").ShouldHaveSingleItem();
        var unitClock = Read.Clocks(after, UnitRule).ShouldHaveSingleItem();
        (Read.Text(unitClock["state"]), Read.Text(unitClock["dueAt"])).ShouldBe(("running", Read.Text(Read.Clocks(before, UnitRule)[0]["dueAt"])));
        // The step's own limit starts afresh: one clock more of its rule.
        var rule = Read.Text(Read.Tasks(before, "review").ShouldHaveSingleItem()["rule"]);
        Read.Clocks(after, rule).Select(clock => Read.Text(clock["state"])).ShouldBe(["met", "running"]);

        await new CaseDriver(product.Site, after, Plan.First).WalkAsync();
        Read.Text((await doer.CaseAsync(number))["status"]).ShouldBe("closed");
    }

    [Fact]
    public async Task Return_WhereItCannotGo_IsRefused_AndNothingHappens()
    {
        var (number, review, doer) = await ReviewedAsync();
        var (unit, task) = await ClaimUnitAsync(number);
        (await unit.PostAsync(task + "/return", new JsonObject { ["toStep"] = "lessons", ["reason"] = "退回" })).ExpectProblem(409, "TASK-STEP-NOT-RETURNABLE", "toStep");
        (await unit.PostAsync(task + "/return", new JsonObject { ["toStep"] = "review" })).ExpectProblem(400, null, "reason");
        (await doer.PostAsync(task + "/return", new JsonObject { ["toStep"] = "review", ["reason"] = "退回" })).ExpectProblem(403, "TASK-NOT-HELD");
        (await unit.PostAsync(task + "/return", new JsonObject { ["reason"] = "退回" })).ExpectProblem(409, "TASK-NOT-DELEGATED");
        (await doer.PostAsync(review + "/return", new JsonObject { ["toStep"] = "review", ["reason"] = "退回" })).ExpectProblem(409, "TASK-ALREADY-DONE");
        var seen = await doer.CaseAsync(number);
        Read.Tasks(seen, "unit-handling", "claimed").ShouldHaveSingleItem();
    }

    // A case of B whose review has been accepted, with the review's path and who did it.
    private async Task<(string Number, string Review, ApiClient Doer)> ReviewedAsync()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var number = Read.Text(registered["number"]);
        await new CaseDriver(product.Site, registered, Plan.First).WalkAsync(stopBefore: "unit-handling");
        var seen = await (await product.AsAsync("b.manager")).CaseAsync(number);
        var review = Read.Tasks(seen, "review", "completed").ShouldHaveSingleItem();
        return (number, TaskProduct.PathOf(review), await product.AsAsync(Read.Text(review["completedBy"])));
    }

    private async Task<(ApiClient Unit, string Task)> ClaimUnitAsync(string number)
    {
        foreach (var user in (string[])["b.unit1", "b.unit2"])
        {
            if ((await product.ListAsync(user, "available", number)).FirstOrDefault(row => Read.Text(row["step"]) == "unit-handling") is { } row)
                return (await product.ClaimedAsync(user, TaskProduct.PathOf(row)), TaskProduct.PathOf(row));
        }

        throw new InvalidOperationException("No unit has the case.");
    }
}
