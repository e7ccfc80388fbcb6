using System.Globalization;
using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Duties;

/// <summary>Two weeks over National Day 2026 (rest from 1 to 7 October, work on Saturday the 10th): which duties come, who hears of them, how they end.</summary>
public sealed class NationalDayTests(NationalDayTests.Product product) : IClassFixture<NationalDayTests.Product>
{
    private static readonly string[] _checks = ["wechat-check deputy", "wechat-check manager", "wechat-check supervisor"];
    private static readonly string[] _daily = ["daily-follow-up-register ", "daily-overdue ", .. _checks];
    private static readonly string[] _monthly = [.. _daily, "monthly-report ", "training "];

    public static TheoryData<string, string[]> Days => new()
    {
        { "20260930", _daily },
        { "20261001", _checks },
        { "20261003", _checks },
        { "20261007", _checks },
        { "20261008", [.. _monthly.Order(StringComparer.Ordinal)] },
        { "20261009", _daily },
        { "20261010", _daily },
        { "20261011", _checks },
        { "20261012", _daily },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public async Task Duties_OfADay_AreThoseOfTheCalendar(string day, string[] expected) =>
        (await product.Site.DutiesAsync(day)).Select(duty => $"{Read.Text(duty["category"])} {duty["attributes"]!["level"]?.GetValue<string>()}")
            .Order(StringComparer.Ordinal).ShouldBe(expected);

    [Fact]
    public async Task WeChatCheck_ClocksAndTask_AreOfTheCalendarDay()
    {
        var duty = await product.Site.DutyAsync("20261003", "wechat-check", "deputy");
        Read.Text(duty["kind"]).ShouldBe("duty");
        Read.Text(duty["categoryName"]).ShouldBe("微信回复每日检查");
        var clock = Read.Clocks(duty, "A-6.1").ShouldHaveSingleItem();
        Read.Moment(clock["startedAt"]).ShouldBe(Read.Moment("2026-10-03T00:00:00+08:00"));
        Read.Moment(clock["dueAt"]).ShouldBe(Read.Moment("2026-10-04T00:00:00+08:00"));
        Read.Moment(Read.Tasks(duty, "wechat-check").ShouldHaveSingleItem()["openedAt"]).ShouldBe(Read.Moment("2026-10-03T08:00:00+08:00"));
    }

    [Fact]
    public async Task WeChatCheck_OneLevelChecked_WarnsTheOthersOnlyAndRecordsThemAtMidnight()
    {
        var done = await product.Site.DutyAsync("20261001", "wechat-check", "supervisor");
        Read.Text(done["ending"]).ShouldBe("checked");
        Read.Text(Read.Clocks(done, "A-6.1")[0]["state"]).ShouldBe("met");
        DutyHost.Rungs(done).ShouldBeEmpty();
        foreach (var level in new[] { "deputy", "manager" })
        {
            var missed = await product.Site.DutyAsync("20261001", "wechat-check", level);
            DutyHost.Rungs(missed).ShouldBe([$"warn-16 a.{level}", $"warn-20 a.{level}"]);
            Read.Items(missed["notices"]).Select(notice => Read.Moment(notice["raisedAt"]))
                .ShouldBe([Read.Moment("2026-10-01T16:00:00+08:00"), Read.Moment("2026-10-01T20:00:00+08:00")]);
            Read.Text(missed["ending"]).ShouldBe("missed");
            Read.Moment(missed["closedAt"]).ShouldBe(Read.Moment("2026-10-02T00:00:00+08:00"));
            var clock = Read.Clocks(missed, "A-6.1").ShouldHaveSingleItem();
            Read.Text(clock["state"]).ShouldBe("breached");
            Read.Moment(clock["breachedAt"]).ShouldBe(Read.Moment("2026-10-02T00:00:00+08:00"));
            Read.Text(Read.Tasks(missed, "wechat-check")[0]["state"]).ShouldBe("cancelled");
        }
    }

    [Fact]
    public async Task DailyList_NotConfirmed_WarnsIsRecordedAndStaysOpen()
    {
        var duty = await product.Site.DutyAsync("20261008", "daily-overdue");
        Read.Text(duty["status"]).ShouldBe("open");
        var clock = Read.Clocks(duty, "A-6.2b").ShouldHaveSingleItem();
        Read.Moment(clock["startedAt"]).ShouldBe(Read.Moment("2026-10-08T08:30:00+08:00"));
        Read.Moment(clock["breachedAt"]).ShouldBe(Read.Moment("2026-10-08T17:30:00+08:00"));
        DutyHost.Rungs(duty).ShouldBe(["due a.manager", "warn-1530 a.supervisor"]);
    }

    [Fact]
    public async Task MonthlyDuties_NobodyActs_WarnOnTheThirdDayAndAreRecordedOnTheFifth()
    {
        var duty = await product.Site.DutyAsync("20261008", "monthly-report");
        var clock = Read.Clocks(duty, "A-6.4").ShouldHaveSingleItem();
        Read.Moment(clock["dueAt"]).ShouldBe(Read.Moment("2026-10-13T17:30:00+08:00"));
        Read.Items(duty["notices"]).Select(notice => Read.Moment(notice["raisedAt"])).ShouldBe([Read.Moment("2026-10-10T08:30:00+08:00")]);
        DutyHost.Rungs(duty).ShouldBe(["warn-day-3 a.manager"]);
    }

    [Fact]
    public async Task Duties_InListsOfCases_AreNotThere()
    {
        var supervisor = await product.AsAsync("a.supervisor");
        (await supervisor.ListAsync("/api/complaints")).ShouldAllBe(row => Read.Text(row["number"]) == product.Complaint);
        (await supervisor.ListAsync("/api/complaints?number=XX-L")).ShouldBeEmpty();
        (await supervisor.ListAsync("/api/complaints?category=wechat-check")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Duties_InTaskLists_AreThere()
    {
        var rows = await (await product.AsAsync("a.deputy")).ListAsync("/api/tasks?scope=available");
        rows.Select(row => Read.Text(row["step"])).ShouldContain("wechat-check");
        rows.Where(row => Read.Text(row["step"]) == "wechat-check").Select(row => Read.Text(row["complaint"])).ShouldBe(["XX-L20261012-0002"]);
    }

    [Fact]
    public async Task Duty_RegisteredByHand_IsRefused()
    {
        var client = await product.AsAsync("a.hotline");
        foreach (var (kind, category) in new[] { ("duty", "wechat-check"), ("duty", "other"), ("complaint", "wechat-check") })
        {
            var body = new JsonObject { ["kind"] = kind, ["channel"] = "hotline", ["category"] = category, ["content"] = "检查" };
            (await client.PostAsync("/api/complaints", body)).ExpectProblem(400);
        }
    }

    [Fact]
    public async Task Duty_OfAnotherOrganisation_IsNotFound() =>
        (await (await product.AsAsync("b.manager")).GetAsync(ApiClient.CasePath("XX-L20261001-0001"))).ExpectProblem(404);

    public sealed class Product() : RunningProduct("2026-09-29T18:00:00+08:00")
    {
        public string Complaint { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            Complaint = Read.Text((await Site.RegisterAsync("C01"))["number"]);
            await Site.AdvanceToAsync(Read.Moment("2026-10-01T15:00:00+08:00"));
            var check = await Site.DutyAsync("20261001", "wechat-check", "supervisor");
            await Site.DoAsync(check, "a.supervisor", "Checked", new() { ["timely"] = true, ["fitting"] = true });
            await Site.AdvanceToAsync(DateTimeOffset.Parse("2026-10-12T09:00:00+08:00", CultureInfo.InvariantCulture));
        }
    }
}
