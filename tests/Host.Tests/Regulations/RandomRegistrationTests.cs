using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Regulations;

/// <summary>Two hundred random registrations over four years, each clock compared with a computation of its own.</summary>
public sealed class RandomRegistrationTests(RandomRegistrationTests.Product product) : IClassFixture<RandomRegistrationTests.Product>
{
    private const int Seed = 20260930;
    private static readonly DateTimeOffset _first = Read.Moment("2023-04-17T00:00:00+08:00");
    private static readonly DateTimeOffset _last = Read.Moment("2026-12-31T23:59:00+08:00");
    private readonly OwnReading _own = new();
    private readonly Random _random = new(Seed);

    [Fact]
    public async Task Clocks_OfRandomRegistrations_AreThoseOfAnIndependentComputation()
    {
        var estimated = 0;
        foreach (var moment in Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? AnyTime() : NearAHoliday()).Order().ToList())
        {
            await product.Site.AdvanceToAsync(moment);
            var now = await product.Site.NowAsync();
            now.ShouldBe(moment);
            var sample = Pick("C01", "C02", "C12", "C13");
            var body = Complaint.Sample(sample);
            body["channel"] = sample is "C01" or "C02" ? Pick("wechat", "hotline", "counter") : Pick("hotline", "mayor-hotline", "written", "oral", "forwarded", "wechat");
            var receivedAt = Backdate(body, now);
            var user = Read.Text(Samples.Find(sample)["user"]);
            var registered = await product.Site.RegisterAsync(user, body);
            var rules = sample switch
            {
                "C01" or "C02" => (string[])["A-2.1b", "A-4.2", "A-4.5"],
                _ => ["B-6.1a"],
            };
            var expected = rules.Where(rule => _own.Applies(rule, Read.Text(body["kind"]), Read.Text(body["channel"]), Read.Text(body["category"])))
                .Select(rule => Line(rule, rule is "A-2.1b" or "B-6.1a" ? receivedAt : now));
            Lines(registered).ShouldBe([.. expected.Order(StringComparer.Ordinal)], ignoreOrder: false, $"{sample} {body["channel"]} at {moment:O}");
            if (sample is "C12" or "C13")
            {
                (await new CaseDriver(product.Site, registered, Plan.First).StepAsync()).ShouldBeTrue();
                Lines(await product.CaseAsync(registered)).ShouldContain(Line(sample == "C12" ? "B-6.2.5" : "B-F2a", now));
            }

            estimated += Lines(await product.CaseAsync(registered)).Count(line => line.EndsWith("estimated", StringComparison.Ordinal));
        }

        estimated.ShouldBeGreaterThan(0, "no clock reached into a year without a calendar");
    }

    private static IReadOnlyList<string> Lines(JsonNode @case) =>
        [.. Read.Items(@case["clocks"])
            .Select(clock => Line(Read.Text(clock["rule"]), Read.Moment(clock["startedAt"]), Read.Moment(clock["dueAt"]), clock["estimated"]!.GetValue<bool>()))
            .Order(StringComparer.Ordinal)];

    private static string Line(string rule, DateTimeOffset start, DateTimeOffset due, bool estimated) =>
        $"{rule} {start.ToUniversalTime():O} {due.ToUniversalTime():O}{(estimated ? " estimated" : "")}";

    private string Line(string rule, DateTimeOffset start)
    {
        var (due, estimated) = _own.Due(rule, start);
        return Line(rule, start, due, estimated);
    }

    private DateTimeOffset AnyTime() => _first + TimeSpan.FromSeconds(_random.NextInt64((long)(_last - _first).TotalSeconds));

    private DateTimeOffset NearAHoliday()
    {
        while (true)
        {
            // Every tenth of them on the eve of the year whose calendar is not known yet.
            var day = _random.Next(10) == 0 ? new DateOnly(2026, 12, 31) : _own.Holidays[_random.Next(_own.Holidays.Count)];
            var moment = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.FromHours(8)) + TimeSpan.FromSeconds(_random.Next(-3 * 86400, 86400));
            if (moment > _first && moment < _last)
                return moment;
        }
    }

    private DateTimeOffset Backdate(JsonObject body, DateTimeOffset now)
    {
        if (_random.Next(3) > 0)
            return now;
        var receivedAt = now - TimeSpan.FromMinutes(_random.Next(1, 3000));
        if (receivedAt < _first)
            return now;
        body["receivedAt"] = receivedAt.ToString("O");
        body["backdatingReason"] = "先记纸质台账，后补登记";
        return receivedAt;
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];

    public sealed class Product() : RunningProduct("2023-04-16T00:00:00+08:00");
}
