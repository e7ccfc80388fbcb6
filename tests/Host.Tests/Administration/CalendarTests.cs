using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>A year that is missing is told of; once it is loaded, what was estimated is computed anew (F-018).</summary>
public sealed class CalendarTests(CalendarTests.Product product) : IClassFixture<CalendarTests.Product>
{
    private const string Csv = "日期,类型,名称\n2027-01-01,休,元旦\n2027-01-02,休,元旦\n2027-01-03,休,元旦\n2027-01-04,休,元旦\n2027-01-09,班,元旦\n";

    [Fact]
    public async Task MissingYear_IsToldOfAndLoadingItMovesEstimatedClocks()
    {
        var admin = await product.AsAsync("a.admin");
        var registered = await product.Site.RegisterAsync("C01");
        var before = Clock(registered);
        before["estimated"]!.GetValue<bool>().ShouldBeTrue();
        Read.Moment(before["dueAt"]).ShouldBe(Read.Moment("2027-01-04T17:30:00+08:00"));
        Codes(await admin.GetAsync("/api/admin/alarms")).ShouldBe(["CALENDAR-YEAR-MISSING", "CLOCKS-ESTIMATED"]);

        (await admin.PostAsync("/api/admin/calendar/2027", new JsonObject { ["content"] = Csv })).Expect(200);
        await Until.TrueAsync(async () => !Clock(await product.CaseAsync(registered))["estimated"]!.GetValue<bool>(), TimeSpan.FromSeconds(20), "The clock stays an estimate.");

        var after = Clock(await product.CaseAsync(registered));
        Read.Moment(after["dueAt"]).ShouldBe(Read.Moment("2027-01-05T17:30:00+08:00"));
        Read.Text(after["explanation"]).ShouldContain("工作日历有变动");
        Codes(await admin.GetAsync("/api/admin/alarms")).ShouldBeEmpty();
        var entries = (await admin.GetAsync("/api/admin/audit?action=clock.redecided&case=" + Read.Text(registered["number"]))).Expect(200).Json["items"]!.AsArray();
        Read.Text(entries[0]!["detail"]).ShouldStartWith("A-4.5 ");

        // What another day off would do is told without doing it.
        var told = (await admin.GetAsync("/api/admin/calendar/days/preview?date=2027-01-05&kind=holiday&from=2026-12-31T10:00:00%2B08:00")).Expect(200).Json;
        var moved = Read.Items(told["clocks"]).Single(clock => Read.Text(clock["rule"]) == "A-4.5");
        (Read.Moment(moved["before"]), Read.Moment(moved["after"])).ShouldBe((Read.Moment("2027-01-05T17:30:00+08:00"), Read.Moment("2027-01-06T17:30:00+08:00")));
        Read.Text(Read.Items(told["limits"]).Single(limit => Read.Text(limit["rule"]) == "A-4.5")["explanation"]).ShouldContain("2027-01-06（周三）17:30 到期");
        Read.Moment(Clock(await product.CaseAsync(registered))["dueAt"]).ShouldBe(Read.Moment("2027-01-05T17:30:00+08:00"));

        // One day more is off: the case moves once more. The next one is computed so from the start.
        var day = new JsonObject { ["date"] = "2027-01-05", ["kind"] = "holiday", ["name"] = "临时放假" };
        (await admin.PostAsync("/api/admin/calendar/days", day)).Expect(200);
        await Until.TrueAsync(
            async () => Read.Moment(Clock(await product.CaseAsync(registered))["dueAt"]) == Read.Moment("2027-01-06T17:30:00+08:00"), TimeSpan.FromSeconds(20), "The clock did not move.");
        Read.Moment(Clock(await product.Site.RegisterAsync("C01"))["dueAt"]).ShouldBe(Read.Moment("2027-01-06T17:30:00+08:00"));
        day["kind"] = "plain";
        (await admin.PostAsync("/api/admin/calendar/days", day)).Expect(200);
        var year = (await admin.GetAsync("/api/admin/calendar/2027")).Expect(200).Json;
        year["days"]!.AsArray().Count.ShouldBe(5);
        year["isLoaded"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Theory]
    [InlineData("2028-01-01,休", "2028")]
    [InlineData("2029-01-01,节", "类型")]
    [InlineData("hello", "日期")]
    [InlineData("2029-01-01,休\n2029-01-01,班", "两次")]
    [InlineData("2029-01-01,休\n2029-01-02,班", "本来就是工作日")]
    [InlineData("2029-05-01,休", "元旦")]
    [InlineData("{\"years\":{}}", "2029")]
    [InlineData("{]", "格式")]
    public async Task Year_ThatCannotBeRight_IsRefused(string content, string because) =>
        (await (await product.AsAsync("b.admin")).PostAsync("/api/admin/calendar/2029", new JsonObject { ["content"] = content }))
            .ExpectProblem(400, "CALENDAR-UNREADABLE", "content").Text.ShouldContain(because);

    [Fact]
    public async Task Day_OfAYearThatIsNotLoaded_IsRefused() =>
        (await (await product.AsAsync("b.admin")).PostAsync("/api/admin/calendar/days", new JsonObject { ["date"] = "2030-01-05", ["kind"] = "holiday", ["name"] = "元旦" }))
            .ExpectProblem(409, "CALENDAR-YEAR-MISSING");

    [Fact]
    public async Task Year_InTheShippedFormat_IsTakenAsItStands()
    {
        var admin = await product.AsAsync("b.admin");
        var shipped = await File.ReadAllTextAsync(Repository.PathOf("workflow-definitions", "calendars", "cn.json"), TestContext.Current.CancellationToken);
        (await admin.PostAsync("/api/admin/calendar/2026", new JsonObject { ["content"] = shipped, ["note"] = "核对" })).Expect(200).Json["revision"]!.GetValue<long>().ShouldBe(1);
    }

    private static JsonNode Clock(JsonNode @case) => Read.Items(@case["clocks"]).Single(clock => Read.Text(clock["rule"]) == "A-4.5");

    private static IReadOnlyList<string> Codes(Answer answer) => [.. answer.Expect(200).Json["items"]!.AsArray().Select(alarm => Read.Text(alarm!["code"]))];

    /// <summary>On the last day of the last year that is shipped.</summary>
    public sealed class Product() : RunningProduct("2026-12-31T10:00:00+08:00");
}
