using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Tasks;

/// <summary>Absence and substitute (F-036). Each test has people of its own.</summary>
public sealed class AbsenceTests(TaskProduct product) : IClassFixture<TaskProduct>
{
    [Fact]
    public async Task Absence_WhileItLasts_LetsTheSubstituteTakeAndSaysSo()
    {
        var tech = await product.AsAsync("a.tech");
        var (number, first) = await product.TaskAsync("C01", "take-sample");
        (await tech.PostAsync(first + "/claim")).ExpectProblem(403, "TASK-NOT-CANDIDATE");
        var absence = await SetAsync("a.quality", "a.tech");

        (await product.ListAsync("a.tech", "available", number)).Select(row => Read.Text(row["step"])).ShouldContain("take-sample");
        var claimed = (await tech.PostAsync(first + "/claim")).Expect(200).Json;
        Read.Text(claimed["onBehalfOf"]).ShouldBe("a.quality");
        Read.Text((await product.ListAsync("a.tech", "mine", number)).ShouldHaveSingleItem()["onBehalfOf"]).ShouldBe("吴静");
        var trail = Read.Items((await (await product.AsAsync("a.hotline")).CaseAsync(number))["timeline"]);
        Read.Text(trail.Single(entry => Read.Text(entry["action"]) == "task.claimed" && Read.Text(entry["actor"]) == "a.tech")["detail"]).ShouldBe("take-sample 代 a.quality");

        (await (await product.AsAsync("a.quality")).PostAsync($"/api/absences/{absence}/end")).Expect(200);
        var (_, second) = await product.TaskAsync("C01", "take-sample");
        (await tech.PostAsync(second + "/claim")).ExpectProblem(403, "TASK-NOT-CANDIDATE");
    }

    [Fact]
    public async Task Absence_TaskHeldByTheAbsent_IsSeenAndTakenByTheSubstitute()
    {
        var (number, task) = await product.TaskAsync("C02", "department-handling");
        await product.ClaimedAsync("a.meter", task);
        await SetAsync("a.meter", "a.inspection");

        (await product.ListAsync("a.inspection", "available", number)).Select(TaskProduct.PathOf).ShouldBe([task]);
        (await (await product.AsAsync("a.inspection")).PostAsync(task + "/claim")).Expect(200);
        Read.Text((await product.ListAsync("a.inspection", "mine", number)).ShouldHaveSingleItem()["assignee"]).ShouldBe("a.inspection");
    }

    [Fact]
    public async Task Absence_SubstituteExcluded_MayNotTakeIt()
    {
        var registered = await product.Site.RegisterAsync("C12");
        var number = Read.Text(registered["number"]);
        var plan = Plan.First.With("unit-handling", "Returned").With("review", "Accepted", "Accepted", "Unfounded");
        await new CaseDriver(product.Site, registered, plan).WalkAsync(stopBefore: "unfounded-check");
        var dispatcher = await product.AsAsync("b.dispatcher");
        var check = TaskProduct.PathOf(Read.Tasks(await dispatcher.CaseAsync(number), "unfounded-check", "open")[0]);
        await SetAsync("b.dispatcher", "b.manager");

        (await (await product.AsAsync("b.manager")).PostAsync(check + "/claim")).ExpectProblem(403, "TASK-PERSON-EXCLUDED");
        (await product.ListAsync("b.manager", "available", number)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Absence_ThatCannotBe_IsRefused()
    {
        var office = await product.AsAsync("a.office");
        (await office.PostAsync("/api/absences", Body("a.office", 0, 24))).ExpectProblem(400, "ABSENCE-INVALID", "substitute");
        (await office.PostAsync("/api/absences", Body("b.hotline", 0, 24))).ExpectProblem(400, "ABSENCE-INVALID", "substitute");
        (await office.PostAsync("/api/absences", Body("a.it", 24, 0))).ExpectProblem(400, "ABSENCE-INVALID", "until");
        (await office.PostAsync("/api/absences", new JsonObject { ["substitute"] = "a.it" })).ExpectProblem(400, null, "from");
        (await office.PostAsync("/api/absences", Body("a.it", 0, 24))).Expect(200);
        (await office.PostAsync("/api/absences", Body("a.network", 12, 36))).ExpectProblem(400, "ABSENCE-INVALID", "from");
        var other = Body("a.network", 48, 72);
        other["userName"] = "a.it";
        (await office.PostAsync("/api/absences", other)).ExpectProblem(403);
        (await (await product.AsAsync("a.admin")).PostAsync("/api/absences", other)).Expect(200);
    }

    private async Task<string> SetAsync(string who, string substitute) =>
        Read.Text((await (await product.AsAsync(who)).PostAsync("/api/absences", Body(substitute, -1, 24 * 5))).Expect(200).Json["id"]);

    private JsonObject Body(string substitute, int from, int until) => new()
    {
        ["substitute"] = substitute, ["from"] = product.Start.AddHours(from).ToString("O"), ["until"] = product.Start.AddHours(until).ToString("O"),
    };
}
