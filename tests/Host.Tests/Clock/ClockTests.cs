using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Clock;

/// <summary>The virtual clock over HTTP.</summary>
public sealed class ClockTests(ClockTests.Product product) : IClassFixture<ClockTests.Product>
{
    [Fact]
    public async Task VirtualClock_BetweenAdvances_StandsStill()
    {
        var clock = (await (await product.AsAsync("a.hotline")).GetAsync("/api/clock")).Expect(200).Json;
        clock["virtual"]!.GetValue<bool>().ShouldBeTrue();
        var before = Read.Moment(clock["now"]);
        await product.Site.RegisterAsync("C01");
        (await product.Site.NowAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("PT1H", 60)]
    [InlineData("PT90S", 1.5)]
    [InlineData("P1DT30M", 1470)]
    public async Task Advance_ByADuration_MovesExactlyThatFar(string by, double minutes)
    {
        var before = await product.Site.NowAsync();
        var answer = (await (await product.AsAsync("b.unit2")).PostAsync("/api/clock/advance", new JsonObject { ["by"] = by })).Expect(200);
        Read.Moment(answer.Json["now"]).ShouldBe(before + TimeSpan.FromMinutes(minutes));
        (await product.Site.NowAsync()).ShouldBe(before + TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public async Task Advance_ToAMoment_ReachesIt()
    {
        var to = (await product.Site.NowAsync()) + TimeSpan.FromHours(3);
        await product.Site.AdvanceToAsync(to);
        (await product.Site.NowAsync()).ShouldBe(to);
    }

    [Fact]
    public async Task Advance_Backwards_IsRefusedAndMovesNothing()
    {
        var before = await product.Site.NowAsync();
        var client = await product.AsAsync("a.admin");
        (await client.PostAsync("/api/clock/advance", new JsonObject { ["to"] = (before - TimeSpan.FromSeconds(1)).ToString("O") }))
            .ExpectProblem(400, "CLOCK-RUNS-FORWARD");
        (await client.PostAsync("/api/clock/advance", new JsonObject { ["by"] = "-PT1H" })).ExpectProblem(400);
        (await product.Site.NowAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"by":"tomorrow"}""")]
    [InlineData("""{"to":"2026-13-45"}""")]
    [InlineData("""{"by":"PT1H","to":"2030-01-01T00:00:00Z"}""")]
    [InlineData("""{"by":"P200Y"}""")]
    public async Task Advance_Malformed_IsRefusedAndMovesNothing(string body)
    {
        var before = await product.Site.NowAsync();
        (await (await product.AsAsync("a.admin")).PostTextAsync("/api/clock/advance", body)).ExpectProblem(400);
        (await product.Site.NowAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Advance_NotSignedIn_IsRefused()
    {
        (await product.Site.Nobody.GetAsync("/api/clock")).ExpectProblem(401);
        (await product.Site.Nobody.PostAsync("/api/clock/advance", new JsonObject { ["by"] = "PT1H" })).ExpectProblem(401);
    }

    [Fact]
    public async Task Advance_WithAnIdempotencyKeyTwice_MovesOnce()
    {
        var before = await product.Site.NowAsync();
        var client = await product.AsAsync("a.admin");
        var key = Guid.NewGuid().ToString();
        (await client.PostAsync("/api/clock/advance", new JsonObject { ["by"] = "PT1H" }, key)).Expect(200);
        (await client.PostAsync("/api/clock/advance", new JsonObject { ["by"] = "PT1H" }, key)).Expect(200);
        (await product.Site.NowAsync()).ShouldBe(before + TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Advance_OverManyDueTimes_RunsThemInTheirOrder()
    {
        var numbers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(Read.Text((await product.Site.RegisterAsync("C01"))["number"]));
            await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromMinutes(7));
        }

        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(30));
        var supervisor = await product.AsAsync("a.supervisor");
        var notices = new List<JsonNode>();
        foreach (var number in numbers)
            notices.AddRange(await supervisor.ListAsync("/api/notices?complaint=" + Uri.EscapeDataString(number)));
        notices.Count.ShouldBeGreaterThanOrEqualTo(36);
        // Ids of notices grow with their moment: each was raised at its own due time, not all at the end.
        var clocked = notices.Where(notice => notice["clockId"] is not null).ToList();
        clocked.Select(notice => Read.Moment(notice["raisedAt"])).Distinct().Count().ShouldBeGreaterThanOrEqualTo(20);
        foreach (var number in numbers)
        {
            var timeline = Read.Items((await supervisor.CaseAsync(number))["timeline"]).Select(entry => Read.Moment(entry["at"])).ToList();
            timeline.ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task Advance_HalfAYearWithThirtyOpenCases_RunsAllThatFallsDueOnTheWay()
    {
        var open = new List<(string User, string Number)>();
        for (var i = 0; i < 30; i++)
            open.Add((i % 2 == 0 ? "a.hotline" : "b.hotline", Read.Text((await product.Site.RegisterAsync(i % 2 == 0 ? "C01" : "C12"))["number"])));
        var end = await product.Site.NowAsync() + TimeSpan.FromDays(183);

        await product.Site.AdvanceToAsync(end);

        (await product.Site.NowAsync()).ShouldBe(end);
        foreach (var (user, number) in open)
        {
            var clocks = (await (await product.AsAsync(user)).GetAsync($"/api/complaints/{number}")).Expect(200).Json["clocks"]!.AsArray();
            clocks.ShouldNotBeEmpty();
            clocks.ShouldAllBe(clock => Read.Text(clock!["state"]) == "breached");
        }
    }

    public sealed class Product() : RunningProduct("2026-03-30T16:00:00+08:00");
}
