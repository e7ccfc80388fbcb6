using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Duties;

/// <summary>
/// The lists of §六 over a make-up Saturday, National Day and the end of September 2026: a water quality complaint that nobody handles, and a
/// hotline complaint that was called back on 29 September.
/// </summary>
public sealed class ReportTests(ReportTests.Product product) : IClassFixture<ReportTests.Product>
{
    [Theory]
    [InlineData("20260930")]
    [InlineData("20261008")]
    [InlineData("20261010")]
    public async Task Overdue_DraftOfAWorkingDay_EqualsTheLiveListOfThatMinute(string day)
    {
        var stored = await product.ReportAsync("overdue", Dashed(day));
        stored["drafted"]!.GetValue<bool>().ShouldBeTrue();
        Read.Moment(stored["draftedAt"]).ShouldBe(Read.Moment($"{Dashed(day)}T08:30:00+08:00"));
        var live = product.Live[day];
        Clocks(live).ShouldNotBeEmpty();
        Clocks(stored).ShouldBe(Clocks(live));
        stored["rows"]!.ToJsonString().ShouldBe(live["rows"]!.ToJsonString());
    }

    [Fact]
    public async Task Overdue_LiveList_IsTheBreachedSetOfTheCases()
    {
        var live = product.Live["20261010"];
        var supervisor = await product.AsAsync("a.supervisor");
        List<string> expected = [];
        foreach (var row in await supervisor.ListAsync("/api/complaints"))
        {
            var clocks = Read.Items((await supervisor.CaseAsync(Read.Text(row["number"])))["clocks"]);
            expected.AddRange(clocks.Where(clock => Read.MomentOrNull(clock["breachedAt"]) <= Read.Moment("2026-10-10T08:30:00+08:00")
                && (clock["endedAt"] is null || Read.Moment(clock["endedAt"]) > Read.Moment("2026-10-10T08:30:00+08:00"))
                && !clock["target"]!.GetValue<bool>()).Select(clock => Read.Text(clock["id"])));
        }

        Clocks(live).ShouldBe(expected, ignoreOrder: true);
        var line = Read.Items(live["rows"]).First(row => Read.Text(row["rule"]) == "A-4.5");
        Read.Text(line["department"]).ShouldBe("quality");
        Read.Text(line["departmentName"]).ShouldBe("水质检测中心");
        Read.Text(line["category"]).ShouldBe("water-quality");
        line["overdueMinutes"]!.GetValue<long>().ShouldBe((long)(Read.Moment("2026-10-10T08:30:00+08:00") - Read.Moment(line["dueAt"])).TotalMinutes);
    }

    [Theory]
    [InlineData("2026-10-01")]
    [InlineData("2026-10-04")]
    [InlineData("2026-10-11")]
    [InlineData("2027-05-01")]
    public async Task Overdue_RestDayOrDayToCome_HasNoDraftAndNoRows(string day)
    {
        var report = await product.ReportAsync("overdue", day);
        report["drafted"]!.GetValue<bool>().ShouldBeFalse();
        Read.Items(report["rows"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task FollowUpRegister_OfADay_HasItsCallBacks()
    {
        var report = await product.ReportAsync("follow-up-register", "2026-09-29");
        report["drafted"]!.GetValue<bool>().ShouldBeTrue();
        Read.Moment(report["draftedAt"]).ShouldBe(Read.Moment("2026-09-30T08:30:00+08:00"));
        var line = Read.Items(report["rows"]).ShouldHaveSingleItem();
        Read.Text(line["complaint"]).ShouldBe(product.CalledBack);
        Read.Text(line["channel"]).ShouldBe("hotline");
        Read.Text(line["resultName"]).ShouldBe("满意");
        Read.Text(line["customer"]).ShouldNotBeEmpty();
        Read.Items((await product.ReportAsync("follow-up-register", "2026-09-30"))["rows"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task FollowUpRegister_ForTheOffice_NamesNoCustomer()
    {
        var line = Read.Items((await product.ReportAsync("follow-up-register", "2026-09-29", "a.office"))["rows"]).ShouldHaveSingleItem();
        line["customer"].ShouldBeNull();
        line["phone"].ShouldBeNull();
        Read.Text(line["complaint"]).ShouldBe(product.CalledBack);
    }

    [Fact]
    public void FollowUpRegister_OfToday_ShowsACallBackAtOnce() => Read.Items(product.Live["register"]["rows"]).ShouldHaveSingleItem();

    [Fact]
    public async Task FollowUpRegister_AsCsv_OpensInASpreadsheet()
    {
        var answer = (await (await product.AsAsync("a.supervisor")).GetAsync("/api/reports/follow-up-register?date=2026-09-29&format=csv")).Expect(200);
        answer.ContentType.ShouldBe("text/csv");
        var lines = answer.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("受理编号,回访时间,受理渠道,类别,客户姓名,联系电话,第几次,回访结果,客户意见,回访人");
        lines.Length.ShouldBe(2);
        lines[1].ShouldStartWith(product.CalledBack + ",2026-09-29 ");
    }

    [Fact]
    public async Task FollowUpRegister_AsXlsx_IsAWorkbook()
    {
        var answer = (await (await product.AsAsync("a.supervisor")).GetAsync("/api/reports/follow-up-register?date=2026-09-29&format=xlsx")).Expect(200);
        answer.ContentType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.Text.ShouldStartWith("PK");
    }

    [Fact]
    public async Task FollowUpRegister_OfARange_IsComputed()
    {
        var client = await product.AsAsync("a.supervisor");
        var report = (await client.GetAsync("/api/reports/follow-up-register?from=2026-09-28&to=2026-10-07")).Expect(200).Json;
        Read.Moment(report["from"]).ShouldBe(Read.Moment("2026-09-28T00:00:00+08:00"));
        Read.Moment(report["to"]).ShouldBe(Read.Moment("2026-10-08T00:00:00+08:00"));
        Read.Text(Read.Items(report["rows"]).ShouldHaveSingleItem()["complaint"]).ShouldBe(product.CalledBack);
        Read.Items((await client.GetAsync("/api/reports/follow-up-register?from=2026-09-30")).Expect(200).Json["rows"]).ShouldBeEmpty();
        (await client.GetAsync("/api/reports/overdue?from=2026-09-28&to=2026-10-07")).ExpectProblem(400, fields: "from");
        (await client.GetAsync("/api/reports/follow-up-register?from=2026-09-28&to=2026-09-27")).ExpectProblem(400, fields: "to");
        (await client.GetAsync("/api/reports/follow-up-register?from=2026-09-28&date=2026-09-27")).ExpectProblem(400);
    }

    [Fact]
    public async Task Register_Confirmed_SaysByWhomAndWhen()
    {
        var report = await product.ReportAsync("overdue", "2026-10-08");
        Read.Text(report["confirmedBy"]).ShouldBe("a.supervisor");
        Read.Moment(report["confirmedAt"]).ShouldBe(Read.Moment("2026-10-08T08:30:00+08:00"));
        var duty = await product.Site.DutyAsync("20261008", "daily-overdue");
        Read.Text(duty["ending"]).ShouldBe("confirmed");
        Read.Text(report["complaint"]).ShouldBe(Read.Text(duty["number"]));
    }

    [Fact]
    public async Task MonthlyReport_OfTheMonthBefore_IsReproducibleAndSent()
    {
        var report = await product.ReportAsync("monthly-overdue", "2026-10-08");
        Read.Moment(report["from"]).ShouldBe(Read.Moment("2026-09-01T00:00:00+08:00"));
        Read.Moment(report["to"]).ShouldBe(Read.Moment("2026-10-01T00:00:00+08:00"));
        Read.Items(report["rows"]).Select(row => Read.Text(row["rule"])).ShouldBe(["A-2.1b", "A-4.5"], ignoreOrder: true);
        Read.Text(report["sentBy"]).ShouldBe("a.manager");
        (await product.ReportAsync("monthly-overdue", "2026-09-15"))["rows"]!.ToJsonString().ShouldBe(report["rows"]!.ToJsonString());
        var duty = await product.Site.DutyAsync("20261008", "monthly-report");
        Read.Text(duty["ending"]).ShouldBe("sent");
        Read.Items(duty["notices"]).Select(notice => Read.Text(notice["recipient"])).ShouldContain("a.office");
    }

    [Fact]
    public async Task TrainingList_OfTheMonthBefore_HasLateRepliesAndBadChecks()
    {
        var rows = Read.Items((await product.ReportAsync("training-list", "2026-10-08"))["rows"]);
        rows.Where(row => row["findings"] is null).Select(row => Read.Text(row["rule"])).ShouldBe(["A-2.1b"]);
        var check = rows.Where(row => row["findings"] is not null).ShouldHaveSingleItem();
        Read.Text(check["findings"]).ShouldBe("回复妥当：否");
        Read.Text(check["by"]).ShouldBe("a.deputy");
    }

    [Theory]
    [InlineData("a.hotline", 200)]
    [InlineData("a.supervisor", 200)]
    [InlineData("a.deputy", 200)]
    [InlineData("a.manager", 200)]
    [InlineData("a.office", 200)]
    [InlineData("a.meter", 403)]
    [InlineData("a.network", 403)]
    [InlineData("a.admin", 403)]
    // May read reports, and B draws up no such list.
    [InlineData("b.manager", 404)]
    [InlineData("b.unit1", 403)]
    public async Task Report_ByRole_IsReadByThoseWhoMay(string user, int status) =>
        ((int)(await (await product.AsAsync(user)).GetAsync("/api/reports/overdue")).Status).ShouldBe(status);

    [Fact]
    public async Task Report_BadRequests_AreRefused()
    {
        var client = await product.AsAsync("a.supervisor");
        (await client.GetAsync("/api/reports/unknown")).ExpectProblem(404, "REPORT-NOT-FOUND");
        (await client.GetAsync("/api/reports/overdue?date=yesterday")).ExpectProblem(400);
        (await client.GetAsync("/api/reports/overdue?date=2026-02-30")).ExpectProblem(400);
        (await client.GetAsync("/api/reports/overdue?format=pdf")).ExpectProblem(400);
        (await product.Site.Nobody.GetAsync("/api/reports/overdue")).ExpectProblem(401);
    }

    private static string Dashed(string day) => $"{day[..4]}-{day[4..6]}-{day[6..]}";

    private static IReadOnlyList<string> Clocks(JsonNode report) => [.. Read.Items(report["rows"]).Select(row => Read.Text(row["clockId"]))];

    public sealed class Product() : RunningProduct("2026-09-28T16:00:00+08:00")
    {
        /// <summary>The list computed at 08:30 of a day.</summary>
        public Dictionary<string, JsonNode> Live { get; } = [];

        public string CalledBack { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var unhandled = Complaint.Sample("C01");
            unhandled["channel"] = "wechat";
            await Site.RegisterAsync("a.hotline", unhandled);
            await Site.AdvanceToAsync(Read.Moment("2026-09-29T10:00:00+08:00"));
            var walked = await WalkAsync("C01", Plan.First);
            walked.ShouldBeClosed();
            CalledBack = walked.Number;
            Live["register"] = await ReportAsync("follow-up-register", null);
            await Site.AdvanceToAsync(Read.Moment("2026-09-29T10:30:00+08:00"));
            var check = await Site.DutyAsync("20260929", "wechat-check", "deputy");
            await Site.DoAsync(check, "a.deputy", "Checked", new() { ["timely"] = true, ["fitting"] = false, ["note"] = "语气生硬" });
            foreach (var day in new[] { "20260930", "20261008", "20261010" })
            {
                await Site.AdvanceToAsync(Read.Moment($"{Dashed(day)}T08:30:00+08:00"));
                Live[day] = await ReportAsync("overdue", null);
                if (day == "20261008")
                    await DoMonthlyAsync();
            }

            await Site.AdvanceToAsync(Read.Moment("2026-10-12T12:00:00+08:00"));
        }

        public async Task<JsonNode> ReportAsync(string code, string? date, string user = "a.supervisor") =>
            (await (await AsAsync(user)).GetAsync($"/api/reports/{code}{(date is null ? "" : "?date=" + date)}")).Expect(200).Json;

        private async Task DoMonthlyAsync()
        {
            await Site.DoAsync(await Site.DutyAsync("20261008", "daily-overdue"), "a.supervisor", "Confirmed", new() { ["complete"] = true });
            await Site.DoAsync(await Site.DutyAsync("20261008", "monthly-report"), "a.manager", "Sent", new() { ["summary"] = "上月逾期两起" });
            await Site.DoAsync(
                await Site.DutyAsync("20261008", "training"), "a.manager", "Recorded", new() { ["participants"] = 6, ["summary"] = "案例讲评" });
        }
    }
}
