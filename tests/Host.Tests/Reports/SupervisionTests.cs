using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Reports;

/// <summary>督办 on the second working day after cases that nobody handled, and for a discipline case whose limit was missed.</summary>
public sealed class SupervisionTests(SupervisionTests.Product product) : IClassFixture<SupervisionTests.Product>
{
    [Fact]
    public async Task Overdue_LimitsOfTheRegulation_AreTheOverdueReport()
    {
        var supervision = await product.AskAsync("a.supervisor", "?state=overdue&pageSize=200");
        var report = (await (await product.AsAsync("a.supervisor")).GetAsync("/api/reports/overdue")).Expect(200).Json;
        var listed = Read.Items(supervision["items"]).Where(row => !row["target"]!.GetValue<bool>()).Select(row => Read.Text(row["clockId"])).ToList();
        listed.ShouldNotBeEmpty();
        listed.ShouldBe([.. Read.Items(report["rows"]).Select(row => Read.Text(row["clockId"]))], ignoreOrder: true);
    }

    [Fact]
    public async Task OverdueReport_PageByPage_IsTheWholeReport()
    {
        var client = await product.AsAsync("a.supervisor");
        var whole = (await client.GetAsync("/api/reports/overdue")).Expect(200).Json;
        var all = Read.Items(whole["rows"]).Select(row => Read.Text(row["clockId"])).ToList();
        all.Count.ShouldBeGreaterThan(2);
        whole["totalCount"]!.GetValue<int>().ShouldBe(all.Count);
        List<string> paged = [];
        for (var page = 0; page * 2 < all.Count; page++)
        {
            var shown = (await client.GetAsync($"/api/reports/overdue?page={page}&pageSize=2")).Expect(200).Json;
            shown["totalCount"]!.GetValue<int>().ShouldBe(all.Count);
            paged.AddRange(Read.Items(shown["rows"]).Select(row => Read.Text(row["clockId"])));
        }

        paged.ShouldBe(all);
        (await client.GetAsync("/api/reports/overdue?pageSize=501")).ExpectProblem(400, fields: "pageSize");
        (await client.GetAsync("/api/reports/overdue?format=csv")).Expect(200).Text.Trim().Split('\n').Length.ShouldBeGreaterThan(all.Count);
    }

    [Theory]
    [InlineData("department", "a.supervisor")]
    [InlineData("person", "a.supervisor")]
    [InlineData("department", "b.manager")]
    [InlineData("person", "b.director")]
    public async Task Groups_CountWhatTheirFilterLists(string by, string user)
    {
        var groups = Read.Items((await product.AskAsync(user, $"?by={by}&hours=720"))["groups"]);
        groups.ShouldNotBeEmpty();
        foreach (var group in groups.Where(group => group["code"] is not null))
        {
            foreach (var state in new[] { "overdue", "soon" })
            {
                var listed = await product.AskAsync(user, $"?by={by}&hours=720&state={state}&{by}={Read.Text(group["code"])}");
                listed["totalCount"]!.GetValue<int>().ShouldBe(group[state]!.GetValue<int>(), $"{group["name"]} {state}");
                Read.Items(listed["items"]).ShouldAllBe(row => (row[by] == null ? "" : Read.Text(row[by])) == Read.Text(group["code"]));
            }
        }
    }

    [Fact]
    public async Task Ladder_OfAnOverdueClock_TellsWhoHeardWhenAndWhoIsNext()
    {
        var row = Read.Items((await product.AskAsync("a.supervisor", "?state=overdue&rule=A-4.2"))["items"])[0];
        var its = await (await product.AsAsync("a.supervisor")).CaseAsync(Read.Text(row["number"]));
        var told = Read.Items(its["notices"]).Where(notice => notice["clockId"] is { } id && Read.Text(id) == Read.Text(row["clockId"])).ToList();
        var ladder = Read.Items(row["ladder"]);
        var fired = ladder.Where(rung => rung["firedAt"] is not null).ToList();
        fired.ShouldNotBeEmpty();
        foreach (var rung in fired)
            Read.Texts(rung["to"]).Count.ShouldBe(told.Where(notice => Read.Text(notice["rung"]) == Read.Text(rung["rung"])).Select(notice => Read.Text(notice["recipient"])).Distinct().Count());
        var next = ladder.First(rung => rung["firedAt"] is null);
        Read.Text(next["kindName"]).ShouldBe("逾期上报");
        Read.Texts(next["to"]).ShouldNotBeEmpty();
        Read.Moment(next["at"]).ShouldBeGreaterThan(await product.Site.NowAsync());
        Read.Text(row["article"]).ShouldBe("§四.2");
        Read.Text(row["departmentName"]).ShouldNotBeEmpty();
        row["remainingMinutes"]!.GetValue<long>().ShouldBeLessThan(0);
    }

    [Fact]
    public async Task Person_OfAClaimedTask_IsItsHolder()
    {
        var rows = Read.Items((await product.AskAsync("a.supervisor", "?by=person&person=a.meter&hours=720"))["items"]);
        Read.Text(rows.ShouldHaveSingleItem()["person"]).ShouldBe("a.meter");
        Read.Text(rows[0]["number"]).ShouldBe(product.Claimed);
    }

    [Fact]
    public async Task DisciplineCase_ForThoseWithoutAccess_IsOneNeutralRow()
    {
        var answer = (await (await product.AsAsync("b.manager")).GetAsync("/api/supervision?hours=720")).Expect(200);
        var row = Read.Items(answer.Json["items"]).Where(item => Read.Text(item["number"]) == product.Discipline).ShouldHaveSingleItem();
        row.AsObject().Select(property => property.Key).ShouldBe(["number", "state", "name"]);
        Read.Text(row["name"]).ShouldBe("办理中");
        answer.Text.ShouldNotContain("B-F");
        foreach (var filter in new[] { "rule=B-F2a", "rule=B-F2b", "channel=mayor-hotline", "department=discipline", "by=person&person=b.discipline" })
        {
            var filtered = await product.AskAsync("b.manager", $"?hours=720&{filter}");
            Read.Items(filtered["items"]).ShouldNotContain(item => Read.Text(item["number"]) == product.Discipline, filter);
        }

        var insider = Read.Items((await product.AskAsync("b.director", "?hours=720"))["items"]).Where(item => Read.Text(item["number"]) == product.Discipline).ToList();
        insider.ShouldNotBeEmpty();
        insider.ShouldAllBe(item => item["rule"] != null);
    }

    [Fact]
    public async Task Pages_DoNotOverlap()
    {
        var all = Read.Items((await product.AskAsync("a.supervisor", "?hours=720&pageSize=200"))["items"]).Select(row => Read.Text(row["clockId"])).ToList();
        List<string> paged = [];
        for (var page = 0; paged.Count < all.Count; page++)
        {
            var items = Read.Items((await product.AskAsync("a.supervisor", $"?hours=720&pageSize=2&page={page}"))["items"]);
            items.ShouldNotBeEmpty();
            paged.AddRange(items.Select(row => Read.Text(row["clockId"])));
        }

        paged.ShouldBe(all);
    }

    [Theory]
    [InlineData("a.manager", 200)]
    [InlineData("b.manager", 200)]
    [InlineData("a.hotline", 403)]
    [InlineData("a.network.manager", 403)]
    [InlineData("b.unit1", 403)]
    public async Task Supervision_ByRole_IsForThoseWhoSupervise(string user, int status) =>
        ((int)(await (await product.AsAsync(user)).GetAsync("/api/supervision")).Status).ShouldBe(status);

    [Theory]
    [InlineData("?by=rule")]
    [InlineData("?state=late")]
    [InlineData("?hours=0")]
    [InlineData("?page=-1")]
    [InlineData("?pageSize=201")]
    public async Task Supervision_BadRequests_AreRefused(string query) =>
        (await (await product.AsAsync("a.manager")).GetAsync("/api/supervision" + query)).ExpectProblem(400);

    public sealed class Product() : RunningProduct("2026-09-28T09:00:00+08:00")
    {
        public string Claimed { get; private set; } = "";

        public string Discipline { get; private set; } = "";

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var sample in new[] { "C01", "C02", "C04", "C08" })
                await Site.RegisterAsync("a.hotline", Live(sample));
            await Site.RegisterAsync("b.hotline", Live("C12"));
            var walked = await WalkAsync("C13", Plan.First.Leaving("lessons").Filling("unit", "unit1"), body => body.Remove("receivedAt"), stopBefore: "preliminary-opinion");
            Discipline = walked.Number;
            await Site.AdvanceToAsync(Read.Moment("2026-09-30T09:00:00+08:00"));
            var later = await Site.RegisterAsync("a.hotline", Live("C02"));
            Claimed = Read.Text(later["number"]);
            var meter = await AsAsync("a.meter");
            var task = Read.Tasks(await meter.CaseAsync(Claimed), "department-handling", "open").ShouldHaveSingleItem();
            (await meter.PostAsync($"/api/tasks/{Read.Text(task["id"])}/claim")).Expect(200);
        }

        public async Task<JsonNode> AskAsync(string user, string query) => (await (await AsAsync(user)).GetAsync("/api/supervision" + query)).Expect(200).Json;

        private static JsonObject Live(string sample)
        {
            var body = Complaint.Sample(sample);
            body.Remove("receivedAt");
            return body;
        }
    }
}
