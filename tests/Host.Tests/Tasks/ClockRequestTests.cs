using System.Text;
using System.Text.Json.Nodes;
using Bpm.Application.Installation;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Host.Tests.Tasks;

/// <summary>延期、暂停 (F-021, F-022): only where the organisation wants them.</summary>
public sealed class ClockRequestTests(ClockRequestTests.Product product, TaskProduct usual) : IClassFixture<ClockRequestTests.Product>, IClassFixture<TaskProduct>
{
    [Fact]
    public async Task Request_OrganisationThatDoesNotKnowIt_IsRefused()
    {
        var (_, task) = await usual.TaskAsync("C01", "take-sample");
        var quality = await usual.ClaimedAsync("a.quality", task);
        (await quality.PostAsync(task + "/extend", Until("2026-04-02T12:00:00+08:00"))).ExpectProblem(403, "CLOCK-CHANGES-OFF");
        (await quality.PostAsync(task + "/pause", TaskProduct.Because("等配件"))).ExpectProblem(403, "CLOCK-CHANGES-OFF");
    }

    [Fact]
    public async Task Extend_AgreedByASecondPerson_MovesTheDueTimeAndKeepsTheRegulations()
    {
        var (number, task, due) = await HeldAsync();
        var (quality, supervisor) = (await product.AsAsync("a.quality"), await product.AsAsync("a.supervisor"));
        (await quality.PostAsync(task + "/extend", Until(due.ToString("O")))).ExpectProblem(400, "CLOCK-EXTENSION-TOO-SHORT");
        (await quality.PostAsync(task + "/extend", new JsonObject { ["reason"] = "等配件" })).ExpectProblem(400, null, "until");
        (await quality.PostAsync(task + "/extend", Until(due.AddDays(2).ToString("O")))).Expect(200);
        (await quality.PostAsync(task + "/pause", TaskProduct.Because("再停"))).ExpectProblem(409, "CLOCK-REQUEST-PENDING");
        (await quality.PostAsync(task + "/decide-clock", new JsonObject { ["granted"] = true })).ExpectProblem(403, "NOT-ALLOWED");
        Read.Moment((await quality.GetAsync(task)).Json["dueAt"]).ShouldBe(due);

        (await supervisor.PostAsync(task + "/decide-clock", new JsonObject { ["granted"] = true })).Expect(200);

        var seen = (await quality.GetAsync(task)).Expect(200).Json;
        (Read.Moment(seen["dueAt"]), Read.Moment(seen["regulationDueAt"])).ShouldBe((due.AddDays(2), due));
        (await supervisor.PostAsync(task + "/decide-clock", new JsonObject { ["granted"] = true })).ExpectProblem(409, "CLOCK-REQUEST-NONE");
        await product.Site.AdvanceToAsync(due.AddHours(1));
        Clock(await supervisor.CaseAsync(number), due.AddDays(2))["state"]!.GetValue<string>().ShouldBe("running");
        await product.Site.AdvanceToAsync(due.AddDays(2).AddMinutes(1));
        Clock(await supervisor.CaseAsync(number), due.AddDays(2))["state"]!.GetValue<string>().ShouldBe("breached");
        (await quality.PostAsync(task + "/extend", Until(due.AddDays(9).ToString("O")))).ExpectProblem(409, "CLOCK-NOT-RUNNING");
    }

    [Fact]
    public async Task Pause_ForThreeHours_MovesTheDueTimeByThree()
    {
        var (_, task, due) = await HeldAsync();
        var (quality, supervisor) = (await product.AsAsync("a.quality"), await product.AsAsync("a.supervisor"));
        (await quality.PostAsync(task + "/pause", TaskProduct.Because("等客户在家"))).Expect(200);
        (await supervisor.PostAsync(task + "/decide-clock", new JsonObject { ["granted"] = true })).Expect(200).Json["paused"]!.GetValue<bool>().ShouldBeTrue();
        await product.Site.AdvanceToAsync((await product.Site.NowAsync()).AddHours(3));

        var resumed = (await quality.PostAsync(task + "/resume", TaskProduct.Because("客户已回"))).Expect(200).Json;

        (Read.Moment(resumed["dueAt"]), resumed["paused"]!.GetValue<bool>()).ShouldBe((due.AddHours(3), false));
    }

    [Fact]
    public async Task Request_NotAgreed_ChangesNothing()
    {
        var (_, task, due) = await HeldAsync();
        (await (await product.AsAsync("a.quality")).PostAsync(task + "/extend", Until(due.AddDays(1).ToString("O")))).Expect(200);

        var seen = (await (await product.AsAsync("a.supervisor")).PostAsync(task + "/decide-clock", new JsonObject { ["granted"] = false })).Expect(200).Json;

        Read.Moment(seen["dueAt"]).ShouldBe(due);
        Read.Items(seen["clockRequests"]).ShouldHaveSingleItem()["granted"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task<(string Number, string Task, DateTimeOffset Due)> HeldAsync()
    {
        var registered = await product.Site.RegisterAsync("C01");
        var task = TaskProduct.PathOf(Read.Tasks(registered, "take-sample", "open")[0]);
        var claimed = (await (await product.AsAsync("a.quality")).PostAsync(task + "/claim")).Expect(200).Json;
        return (Read.Text(registered["number"]), task, Read.Moment(claimed["dueAt"]));
    }

    private static JsonNode Clock(JsonNode seen, DateTimeOffset due) => Read.Items(seen["clocks"]).Single(clock => Read.Moment(clock["dueAt"]) == due);

    private static JsonObject Until(string until) => new() { ["until"] = until, ["reason"] = "等配件" };

    /// <summary>A product whose organisation allows both.</summary>
    public sealed class Product() : RunningProduct("2026-03-30T09:00:00+08:00")
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            await using var scope = Host.Services.CreateAsyncScope();
            var documents = await scope.ServiceProvider.GetRequiredService<IPackStore>().AllAsync(CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<OrganisationRegistry>().Load([.. documents.Select(Allow)]);
        }

        private static PackDocument Allow(PackDocument document)
        {
            if (document.Kind != "organisation")
                return document;
            var json = JsonNode.Parse(document.Json)!;
            json["clockChanges"] = new JsonObject { ["extension"] = true, ["pause"] = true };
            return document with { Json = Encoding.UTF8.GetBytes(json.ToJsonString()) };
        }
    }
}
