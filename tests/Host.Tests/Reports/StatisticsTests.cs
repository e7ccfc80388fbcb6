using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Reports;

/// <summary>
/// Figures over a fortnight of scripted cases: each number equals the rows behind it, a count by hand over the cases themselves, and a count
/// over the exported rows.
/// </summary>
public sealed class StatisticsTests(StatisticsTests.Product product) : IClassFixture<StatisticsTests.Product>
{
    private const string Period = "from=2026-09-01&to=2026-10-31";

    private static readonly string[] _measures =
        ["received", "unfounded", "open", "closed", "onTime", "late", "responded", "unanswered", "resolved", "unresolved", "satisfied", "dissatisfied"];

    [Theory]
    [InlineData("byDepartment", "department")]
    [InlineData("byCategory", "category")]
    [InlineData("byChannel", "channel")]
    [InlineData("byMonth", "month")]
    public async Task Figures_OfEachGroup_EqualTheRowsBehindThem(string groups, string filter)
    {
        var client = await product.AsAsync("a.manager");
        var view = (await client.GetAsync($"/api/statistics?{Period}")).Expect(200).Json;
        var found = Read.Items(view[groups]);
        found.Count.ShouldBeGreaterThan(1);
        foreach (var group in found)
        {
            foreach (var measure in _measures)
            {
                var rows = (await client.GetAsync($"/api/statistics/cases?{Period}&measure={measure}&{filter}={Uri.EscapeDataString(Read.Text(group["code"]))}")).Expect(200).Json;
                rows["totalCount"]!.GetValue<long>().ShouldBe(group["figures"]![measure]!.GetValue<long>(), $"{filter} {group["code"]} {measure}");
                Read.Items(rows["items"]).Count.ShouldBe(rows["totalCount"]!.GetValue<int>());
            }
        }

        foreach (var measure in _measures)
            found.Sum(group => group["figures"]![measure]!.GetValue<long>()).ShouldBe(view["total"]![measure]!.GetValue<long>(), measure);
    }

    [Fact]
    public async Task Figures_EqualACountByHand()
    {
        var client = await product.AsAsync("a.manager");
        var total = (await client.GetAsync($"/api/statistics?{Period}")).Expect(200).Json["total"]!;
        List<JsonNode> cases = [];
        foreach (var row in await client.ListAsync("/api/complaints"))
            cases.Add(await client.CaseAsync(Read.Text(row["number"])));
        cases = [.. cases.Where(its => its["ending"]?.GetValue<string>() != "merged")];
        var counted = cases.Where(its => its["founded"]?.GetValue<bool>() != false).ToList();
        total["received"]!.GetValue<int>().ShouldBe(counted.Count);
        total["unfounded"]!.GetValue<int>().ShouldBe(cases.Count - counted.Count);
        total["late"]!.GetValue<int>().ShouldBe(counted.Count(Late));
        total["onTime"]!.GetValue<int>().ShouldBe(counted.Count(its => Closed(its) && !Late(its)));
        total["resolved"]!.GetValue<int>().ShouldBe(counted.Count(its => Closed(its) && Read.Text(its["ending"]) is "satisfied" or "replied" or "solved"));
        total["responded"]!.GetValue<int>().ShouldBe(counted.Count(its => Answer(its) == "met"));
        total["unanswered"]!.GetValue<int>().ShouldBe(counted.Count(its => Answer(its) == "breached"));
        total["satisfied"]!.GetValue<int>().ShouldBe(counted.Count(its => Said(its) == "satisfied"));
        foreach (var measure in new[] { "received", "late", "onTime", "closed", "resolved", "responded", "unanswered", "satisfied" })
            total[measure]!.GetValue<int>().ShouldBeGreaterThan(0, measure);
        var (responded, unanswered) = (total["responded"]!.GetValue<decimal>(), total["unanswered"]!.GetValue<decimal>());
        total["responseRate"]!.GetValue<decimal>().ShouldBe(Math.Round(responded / (responded + unanswered), 4));
    }

    [Fact]
    public async Task Figures_CountedAgainFromTheExportedRows_AreTheSame()
    {
        var client = await product.AsAsync("a.manager");
        var total = (await client.GetAsync($"/api/statistics?{Period}")).Expect(200).Json["total"]!;
        var lines = (await client.GetAsync($"/api/statistics/cases?{Period}&format=csv")).Expect(200).Text.TrimStart('\uFEFF')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        var founded = lines.Skip(1).Where(line => line[7] != "不成立").ToList();
        founded.Count.ShouldBe(total["received"]!.GetValue<int>());
        founded.Count(line => line[9] == "是").ShouldBe(total["late"]!.GetValue<int>());
        founded.Count(line => line[5] == "已办结" && line[9] == "否").ShouldBe(total["onTime"]!.GetValue<int>());
        founded.Count(line => line[8] == "按时").ShouldBe(total["responded"]!.GetValue<int>());
        founded.Count(line => line[10] == "是").ShouldBe(total["resolved"]!.GetValue<int>());
        founded.Count(line => line[11] == "满意").ShouldBe(total["satisfied"]!.GetValue<int>());
    }

    [Fact]
    public async Task Figures_OfConfidentialCases_AreForTheirReadersOnly()
    {
        var manager = (await (await product.AsAsync("b.manager")).GetAsync($"/api/statistics?{Period}")).Expect(200);
        manager.Text.ShouldNotContain("discipline");
        manager.Json["confidential"]!.GetValue<int>().ShouldBe(1);
        manager.Json["total"]!["received"]!.GetValue<int>().ShouldBe(2);
        manager.Json["total"]!["unfounded"]!.GetValue<int>().ShouldBe(1);
        var hidden = (await (await product.AsAsync("b.manager")).GetAsync($"/api/statistics/cases?{Period}&category=discipline")).Expect(200).Json;
        hidden["totalCount"]!.GetValue<int>().ShouldBe(0);
        var director = (await (await product.AsAsync("b.director")).GetAsync($"/api/statistics?{Period}")).Expect(200).Json;
        director["total"]!["received"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task Analysis_OfTheMonth_NamesRepeatAddressesWithTheirCases()
    {
        var client = await product.AsAsync("a.manager");
        var analysis = (await client.GetAsync("/api/statistics/analysis?month=2026-09")).Expect(200).Json;
        var address = Read.Items(analysis["repeatAddresses"])
            .Where(found => Read.Text(found["address"]).Replace(" ", "", StringComparison.Ordinal).StartsWith("湖滨路", StringComparison.Ordinal)).ShouldHaveSingleItem();
        Read.Text(address["address"]).ShouldContain("99");
        address["cases"]!.GetValue<int>().ShouldBe(3);
        var cases = (await client.GetAsync($"/api/statistics/cases?from=2026-09-01&to=2026-09-30&address={Read.Text(address["number"])}")).Expect(200).Json;
        cases["totalCount"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Analysis_OfTheMonth_TellsStepsWithMedianAndCases()
    {
        var client = await product.AsAsync("a.manager");
        var analysis = (await client.GetAsync("/api/statistics/analysis?month=2026-09")).Expect(200).Json;
        List<JsonNode> cases = [];
        foreach (var row in await client.ListAsync("/api/statistics/cases?from=2026-09-01&to=2026-09-30"))
            cases.Add(await client.CaseAsync(Read.Text(row["number"])));
        var steps = Read.Items(analysis["steps"]);
        steps.ShouldNotBeEmpty();
        foreach (var step in steps)
        {
            var code = Read.Text(step["step"]);
            var took = cases.SelectMany(its => Read.Tasks(its, code, "completed")).Select(task => Read.Moment(task["completedAt"]) - Read.Moment(task["openedAt"])).Order().ToList();
            step["tasks"]!.GetValue<int>().ShouldBe(took.Count, code);
            step["medianMinutes"]!.GetValue<long>().ShouldBe((long)took[(took.Count + 1) / 2 - 1].TotalMinutes, code);
            step["ninetiethPercentileMinutes"]!.GetValue<long>().ShouldBe((long)took[(int)Math.Ceiling(took.Count * 0.9) - 1].TotalMinutes, code);
            var behind = (await client.GetAsync($"/api/statistics/cases?from=2026-09-01&to=2026-09-30&step={code}")).Expect(200).Json;
            behind["totalCount"]!.GetValue<int>().ShouldBe(step["cases"]!.GetValue<int>(), code);
        }
    }

    [Theory]
    [InlineData("a.supervisor", 200)]
    [InlineData("a.deputy", 200)]
    [InlineData("b.director", 200)]
    [InlineData("a.hotline", 403)]
    [InlineData("a.office", 403)]
    [InlineData("b.chairman", 403)]
    public async Task Statistics_ByRole_AreForThoseWhoSupervise(string user, int status)
    {
        var client = await product.AsAsync(user);
        foreach (var path in new[] { "/api/statistics", "/api/statistics/cases", "/api/statistics/analysis" })
            ((int)(await client.GetAsync(path)).Status).ShouldBe(status, path);
    }

    [Theory]
    [InlineData("/api/statistics?from=2026-09-01", 200)]
    [InlineData("/api/statistics?to=2026-09-01", 400)]
    [InlineData("/api/statistics?from=2026-09-02&to=2026-09-01", 400)]
    [InlineData("/api/statistics?from=2020-09-02&to=2026-09-01", 400)]
    [InlineData("/api/statistics/cases?measure=7", 400)]
    [InlineData("/api/statistics/cases?measure=all", 400)]
    [InlineData("/api/statistics/cases?pageSize=501", 400)]
    [InlineData("/api/statistics/cases?month=2026-13", 400)]
    [InlineData("/api/statistics/analysis?month=september", 400)]
    public async Task Statistics_Requests_AreChecked(string path, int status) =>
        ((int)(await (await product.AsAsync("a.manager")).GetAsync(path)).Status).ShouldBe(status);

    private static bool Closed(JsonNode its) => Read.Text(its["status"]) == "closed";

    private static bool Late(JsonNode its) => Read.Items(its["clocks"]).Any(clock => clock["breachedAt"] is not null && !clock["target"]!.GetValue<bool>());

    private static string? Answer(JsonNode its)
    {
        var clocks = Read.Items(its["clocks"]).Where(clock => Read.Text(clock["rule"]) is "A-2.1a" or "A-2.1b").ToList();
        return clocks.Exists(clock => clock["breachedAt"] is not null) ? "breached" : clocks.Exists(clock => Read.Text(clock["state"]) == "met") ? "met" : null;
    }

    private static string? Said(JsonNode its) =>
        Read.Items(its["followUps"]).Select(call => Read.Text(call["result"])).LastOrDefault(result => result != "unreachable");

    public sealed class Product() : RunningProduct("2026-09-28T09:00:00+08:00")
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            foreach (var (sample, address) in new[] { ("C01", "湖滨路99号院"), ("C04", "湖滨路 99号院。"), ("C08", "湖滨路 99 号院"), ("C03", "湖滨路 98 号院") })
                await WalkAsync(sample, Plan.First, body => Live(body)["customer"]!["address"] = address);
            await WalkAsync("C04", Plan.First.With("follow-up", "NotSatisfied", "Satisfied"), body => Live(body));
            await WalkAsync("C11", Plan.First, body => Live(body));
            await WalkAsync("C09", Plan.First, body => Live(body));
            await Site.RegisterAsync("a.hotline", Live(Complaint.Sample("C02")));
            await WalkAsync("C12", Plan.First.Leaving("lessons").Filling("unit", "unit1"), body => Live(body));
            await WalkAsync("C12", Plan.First.With("review", "Unfounded").Filling("unit", "unit1"), body => Live(body));
            await WalkAsync("C14", Plan.First.Leaving("lessons").Filling("unit", "unit2"), body => Live(body), stopBefore: "unit-handling");
            await WalkAsync("C13", Plan.First.Leaving("lessons").Filling("unit", "unit1"), body => Live(body), stopBefore: "chairman-instruction");
            await Site.AdvanceToAsync(Read.Moment("2026-10-08T18:00:00+08:00"));
            await WalkAsync("C07", Plan.First, body => Live(body));
        }

        // Received now.
        private static JsonObject Live(JsonObject body)
        {
            body.Remove("receivedAt");
            body.Remove("backdatingReason");
            return body;
        }
    }
}
