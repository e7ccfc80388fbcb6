using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Duties;

/// <summary>F-019: a message at 23:40, claimed by the agent of a shift that ends at 24:00.</summary>
public sealed class ShiftTests(ShiftTests.Product product) : IClassFixture<ShiftTests.Product>
{
    [Fact]
    public async Task ChangeOfShift_ClaimedTask_IsOfferedToTheNextShiftWithTheSameDueTime()
    {
        var (number, holder, next) = (product.Number, product.Holder, product.Next);
        var mine = (await (await product.AsAsync(next)).ListAsync("/api/tasks?scope=available"))
            .Where(row => Read.Text(row["complaint"]) == number && Read.Text(row["step"]) == "first-reply").ShouldHaveSingleItem();
        Read.Moment(mine["dueAt"]).ShouldBe(Read.Moment("2026-03-03T00:40:00+08:00"));
        var told = Read.Items((await (await product.AsAsync("a.supervisor")).CaseAsync(number))["notices"])
            .Where(notice => Read.Text(notice["kind"]) == "information").ShouldHaveSingleItem();
        Read.Text(told["recipient"]).ShouldBe(next);
        Read.Moment(told["deliverAt"]).ShouldBe(Read.Moment("2026-03-03T00:00:00+08:00"));
        // The holder may still finish it: it is in their list as before.
        (await (await product.AsAsync(holder)).ListAsync("/api/tasks?scope=mine")).Select(row => Read.Text(row["complaint"])).ShouldContain(number);
    }

    [Fact]
    public async Task ChangeOfShift_NextAgentClaims_HoldsItFromThenOn()
    {
        var task = product.SecondTask;
        (await (await product.AsAsync(product.Next)).PostAsync($"/api/tasks/{task}/claim")).Expect(200);
        (await (await product.AsAsync(product.Holder)).PostAsync($"/api/tasks/{task}/complete", new JsonObject { ["outcome"] = "Replied" })).ExpectProblem(403, "TASK-NOT-HELD");
        (await (await product.AsAsync(product.Next)).PostAsync($"/api/tasks/{task}/complete", new JsonObject { ["outcome"] = "Replied" })).Expect(200);
    }

    [Fact]
    public async Task Breach_OfAShiftsDuty_NamesWhoWasOnDuty()
    {
        var clock = Read.Clocks(await (await product.AsAsync("a.supervisor")).CaseAsync(product.Late), "A-2.1b").ShouldHaveSingleItem();
        Read.Text(clock["state"]).ShouldBe("breached");
        Read.Text(clock["explanation"]).ShouldContain("到期时当班：" + (product.Holder == "a.hotline" ? "李梅" : "王芳") + "。");
    }

    public sealed class Product() : RunningProduct("2026-03-02T22:00:00+08:00")
    {
        public string Late { get; private set; } = "";

        public string Number { get; private set; } = "";

        public string SecondTask { get; private set; } = "";

        /// <summary>On duty until 24:00.</summary>
        public string Holder { get; private set; } = "";

        /// <summary>On duty from 00:00.</summary>
        public string Next => Holder == "a.hotline" ? "a.hotline2" : "a.hotline";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Late = await RegisterAsync();
            await Site.AdvanceToAsync(Read.Moment("2026-03-02T23:40:00+08:00"));
            var supervisor = await AsAsync("a.supervisor");
            Holder = Read.Text(Read.Items((await supervisor.CaseAsync(Late))["notices"]).First(notice => notice["rung"]?.GetValue<string>() == "warn-50")["recipient"]);
            Number = await RegisterAsync();
            await ClaimAsync(Number);
            SecondTask = await ClaimAsync(await RegisterAsync());
            await Site.AdvanceToAsync(Read.Moment("2026-03-03T00:10:00+08:00"));
        }

        private async Task<string> RegisterAsync()
        {
            var body = Complaint.Sample("C01");
            body["channel"] = "wechat";
            return Read.Text((await Site.RegisterAsync("a.supervisor", body))["number"]);
        }

        private async Task<string> ClaimAsync(string number)
        {
            var task = Read.Text(Read.Tasks(await (await AsAsync(Holder)).CaseAsync(number), "first-reply").ShouldHaveSingleItem()["id"]);
            (await (await AsAsync(Holder)).PostAsync($"/api/tasks/{task}/claim")).Expect(200);
            return task;
        }
    }
}
