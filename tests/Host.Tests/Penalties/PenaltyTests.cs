using System.Text.Json.Nodes;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Penalties;

/// <summary>What missed limits bring into the penalty ledger, and what becomes of it.</summary>
public sealed class PenaltyTests(PenaltyProduct product) : IClassFixture<PenaltyProduct>
{
    [Fact]
    public async Task WeChatBreach_UnseenBySupervision_ProposesForTheAgentAndAllThreeLevels()
    {
        var agent = (await product.RowsAsync(product.Unseen, "A-8.1")).ShouldHaveSingleItem();
        Read.Text(agent["person"]).ShouldBeOneOf("a.hotline", "a.hotline2");
        Read.Text(agent["department"]).ShouldBe("hotline");
        Read.Text(agent["evidence"]).ShouldContain("到期时当班");
        var supervision = await product.RowsAsync(product.Unseen, "A-8.2");
        supervision.Select(row => Read.Text(row["person"])).ShouldBe(["a.supervisor", "a.deputy", "a.manager"], ignoreOrder: true);
        supervision.Append(agent).ShouldAllBe(row => row["amount"]!.GetValue<decimal>() == 20 && row["points"]!.GetValue<int>() == 2 && Read.Text(row["state"]) == "proposed"
            && Read.Text(row["clockId"]) == Read.Text(agent["clockId"]) && Read.Text(row["complaint"]) == product.Unseen && Read.Text(row["day"]) == "2026-09-29");
    }

    [Fact]
    public async Task WeChatBreach_FoundAtOneLevel_ProposesForTheOthersOnly() =>
        (await product.RowsAsync(product.Found, "A-8.2")).Select(row => Read.Text(row["person"])).ShouldBe(["a.deputy", "a.manager"], ignoreOrder: true);

    [Fact]
    public async Task DepartmentBreach_WorkInHand_ProposesForManagerAndWorker()
    {
        var rows = (await product.RowsAsync(product.Phone, "A-8.3a")).GroupBy(row => Code(row["clockId"])).First(group => group.Any(row => row["person"]?.GetValue<string>() == "a.network")).ToList();
        rows.Select(row => (Read.Text(row["title"]), Read.Text(row["person"]))).ShouldBe([("部门经理", "a.network.manager"), ("主要责任工作人员", "a.network")], ignoreOrder: true);
        rows.ShouldAllBe(row => row["amount"]!.GetValue<decimal>() == 20 && row["points"]!.GetValue<int>() == 2 && Read.Text(row["department"]) == "network");
    }

    [Fact]
    public async Task PhoneBreach_FirstReplyLate_ProposesNothing()
    {
        var missed = Read.Clocks(await (await product.AsAsync("a.supervisor")).CaseAsync(product.Phone), "A-2.1b").ShouldHaveSingleItem();
        Read.Text(missed["state"]).ShouldBe("breached");
        // What people propose rests on no clock.
        (await product.RowsAsync(product.Phone)).ShouldAllBe(row => Code(row["clockId"]) != Read.Text(missed["id"]));
    }

    [Fact]
    public async Task Breach_TimeGoesOn_IsProposedOnce()
    {
        var before = (await product.RowsAsync(product.Unseen)).Select(row => Read.Text(row["id"])).ToList();
        await product.Site.AdvanceToAsync((await product.Site.NowAsync()).AddHours(2));
        (await product.RowsAsync(product.Unseen)).Select(row => Read.Text(row["id"])).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task Confirm_ByTheOneConcerned_IsRefused()
    {
        var own = await product.RowAsync(product.Unseen, "A-8.2", "a.deputy");
        (await product.ActAsync("a.deputy", own, "confirm")).ExpectProblem(403, "PENALTY-OWN");
        (await product.ActAsync("a.deputy", own, "waive", Reason("算了"))).ExpectProblem(403, "PENALTY-OWN");
        (await product.ActAsync("a.supervisor", own, "confirm")).ExpectProblem(403, "NOT-ALLOWED");
        (await product.ActAsync("b.manager", own, "confirm")).ExpectProblem(404, "PENALTY-NOT-FOUND");
    }

    [Fact]
    public async Task Confirmed_SentTwice_IsOneAct()
    {
        var (row, key) = (await product.RowAsync(product.Found, "A-8.2", "a.deputy"), Guid.NewGuid().ToString());
        var first = (await product.ActAsync("a.manager", row, "confirm", key: key)).Expect(200);
        Read.Text(first.Json["state"]).ShouldBe("confirmed");
        (await product.ActAsync("a.manager", row, "confirm", key: key)).Expect(200).Text.ShouldBe(first.Text);
        (await product.ActAsync("a.manager", row, "confirm")).ExpectProblem(409, "PENALTY-STATE");
        (await (await product.AsAsync("a.manager")).ListAsync("/api/notices?complaint=" + product.Found)).Count(notice => Read.Text(notice["recipient"]) == "a.deputy" && Read.Text(notice["text"]).Contains("处罚已确认", StringComparison.Ordinal)).ShouldBe(1);
        Read.Items((await (await product.AsAsync("a.supervisor")).CaseAsync(product.Found))["timeline"]).Count(entry => Read.Text(entry["action"]) == "penalty.confirmed").ShouldBe(1);
    }

    [Fact]
    public async Task Appeal_FreezesTheRow_UntilSomebodyDecidesWithAReason()
    {
        var row = await product.RowAsync(product.Phone, "A-8.3a", "a.network");
        (await product.ActAsync("a.quality", row, "appeal", Reason("不是我"))).ExpectProblem(404, "PENALTY-NOT-FOUND");
        (await product.ActAsync("a.manager", row, "appeal", Reason("不是他"))).ExpectProblem(403, "PENALTY-APPEAL-NOT-YOURS");
        (await product.ActAsync("a.network", row, "appeal", Reason(" "))).ExpectProblem(400, "PENALTY-INVALID", "reason");
        var appealed = (await product.ActAsync("a.network", row, "appeal", Reason("道路封闭，有交警记录"))).Expect(200).Json;
        (Read.Text(appealed["state"]), appealed["appealDueAt"] is null).ShouldBe(("appealed", false));
        (await product.ActAsync("a.manager", row, "confirm")).ExpectProblem(409, "PENALTY-FROZEN");
        (await product.ActAsync("a.manager", row, "waive", Reason("理由"))).ExpectProblem(409, "PENALTY-FROZEN");
        (await product.ActAsync("a.manager", row, "decide", new() { ["decision"] = "reverse" })).ExpectProblem(400, "PENALTY-INVALID", "reason");
        var decided = (await product.ActAsync("a.manager", row, "decide", new() { ["decision"] = "reverse", ["reason"] = "记录属实" })).Expect(200).Json;
        Read.Text(decided["state"]).ShouldBe("reversed");
        Read.Items(decided["history"]).Select(act => Read.Text(act["act"])).ShouldBe(["proposed", "appealed", "reversed"]);
        (await product.RowAsync(product.Phone, "A-8.3a", "a.network"))["amount"]!.GetValue<decimal>().ShouldBe(20);
    }

    [Fact]
    public async Task Ledger_OfWhoDecidesNothing_HoldsOwnRowsOnly()
    {
        var own = (await (await product.AsAsync("a.network")).GetAsync("/api/penalties")).Expect(200).Json;
        Read.Items(own["items"]).ShouldNotBeEmpty();
        Read.Items(own["items"]).ShouldAllBe(row => Read.Text(row["person"]) == "a.network");
        own["totalCount"]!.GetValue<int>().ShouldBe(Read.Items(own["items"]).Count);
        Read.Items((await (await product.AsAsync("b.manager")).GetAsync("/api/penalties")).Expect(200).Json["items"]).ShouldAllBe(row => Read.Text(row["complaint"]).StartsWith("LC", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("state=proposed")]
    [InlineData("department=customer-service")]
    [InlineData("person=a.manager")]
    [InlineData("from=2026-09-29&to=2026-09-29")]
    public async Task Sums_AreThoseOfRowsAndOfTheFile(string filter)
    {
        var manager = await product.AsAsync("a.manager");
        var ledger = (await manager.GetAsync($"/api/penalties?pageSize=500&{filter}")).Expect(200).Json;
        var rows = Read.Items(ledger["items"]);
        rows.ShouldNotBeEmpty();
        rows.Count.ShouldBe(ledger["totalCount"]!.GetValue<int>());
        foreach (var (sums, by) in ((string, string)[])[("states", "state"), ("people", "person"), ("departments", "department")])
        {
            Read.Items(ledger[sums]).Select(sum => (Code(sum["code"]), sum["count"]!.GetValue<int>(), sum["amount"]!.GetValue<decimal>(), sum["points"]!.GetValue<int>(), sum["confirmedAmount"]!.GetValue<decimal>()))
                .ShouldBe(rows.GroupBy(row => Code(row[by])).Select(group => (
                    group.Key, group.Count(), group.Sum(row => row["amount"]?.GetValue<decimal>() ?? 0), group.Sum(row => row["points"]!.GetValue<int>()),
                    group.Where(row => Read.Text(row["state"]) == "confirmed").Sum(row => row["amount"]?.GetValue<decimal>() ?? 0))), ignoreOrder: true);
        }

        var lines = (await manager.GetAsync($"/api/penalties?format=csv&{filter}")).Expect(200).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith("2026-", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(rows.Count);
        lines.Sum(line => decimal.TryParse(line.Split(',')[7], out var amount) ? amount : 0).ShouldBe(rows.Sum(row => row["amount"]?.GetValue<decimal>() ?? 0));
        (await manager.GetAsync($"/api/penalties?format=xlsx&{filter}")).Expect(200);
    }

    [Fact]
    public async Task ManyOfADay_DecidedInOneGo_SayWhatBecameOfEach()
    {
        var number = await product.RegisterAsync("C02");
        await product.Site.AdvanceToAsync((await product.Site.NowAsync()).AddHours(1));
        var agent = (await product.RowsAsync(number, "A-8.1")).ShouldHaveSingleItem();
        var own = await product.RowAsync(product.Unseen, "A-8.2", "a.manager");
        var body = new JsonObject { ["ids"] = new JsonArray(Read.Text(agent["id"]), Read.Text(own["id"])), ["decision"] = "confirm" };
        var results = Read.Items((await (await product.AsAsync("a.manager")).PostAsync("/api/penalties/decide", body)).Expect(200).Json["items"]);
        results.Select(result => result["done"]!.GetValue<bool>()).ShouldBe([true, false]);
        Read.Text(results[1]["code"]).ShouldBe("PENALTY-OWN");
        (await (await product.AsAsync("a.manager")).PostAsync("/api/penalties/decide", new JsonObject { ["ids"] = new JsonArray(Read.Text(own["id"])), ["decision"] = "waive" })).ExpectProblem(400, fields: "reason");
    }

    [Fact]
    public async Task Pack_OfARow_HoldsClockWorkAndNotices()
    {
        var row = await product.RowAsync(product.Phone, "A-8.3a", "a.network.manager");
        var pack = (await (await product.AsAsync("a.manager")).GetAsync($"/api/penalties/{Read.Text(row["id"])}")).Expect(200).Json["pack"]!;
        Read.Text(pack["clock"]!["explanation"]).ShouldNotBeEmpty();
        Read.Items(pack["work"]).ShouldNotBeEmpty();
        Read.Items(pack["notices"]).ShouldNotBeEmpty();
        Read.Text(pack["articleText"]).ShouldContain("20元");
    }

    [Fact]
    public async Task ThirdErrorOfOneKind_WhenConfirmed_ProposesDiscipline()
    {
        var manager = await product.AsAsync("a.manager");
        List<JsonNode> rows = [];
        for (var i = 0; i < 3; i++)
        {
            var body = new JsonObject
            {
                ["complaint"] = product.Phone, ["rule"] = "A-8.6", ["persons"] = new JsonObject { ["当事责任人"] = "a.tech" }, ["reason"] = $"第{i + 1}次", ["day"] = "2026-09-30",
            };
            if (rows.Count > 0)
                (await product.ActAsync("a.deputy", rows[^1], "confirm")).Expect(200);
            rows.Add(Read.Items((await manager.PostAsync("/api/penalties", i == 0 ? body : About(await product.RegisterAsync("C06"), body))).Expect(201).Json["items"]).ShouldHaveSingleItem());
        }

        (await product.ActAsync("a.manager", rows[2], "confirm")).ExpectProblem(403, "PENALTY-OWN-PROPOSAL");
        (await TechAsync()).ShouldBeEmpty();
        (await product.ActAsync("a.deputy", rows[2], "confirm")).Expect(200);
        var discipline = (await TechAsync()).ShouldHaveSingleItem();
        (Read.Text(discipline["disposition"]), discipline["amount"] is null, discipline["points"]!.GetValue<int>()).ShouldBe(("给予一级处分，调离工作岗位", true, 0));

        async Task<IReadOnlyList<JsonNode>> TechAsync() => Read.Items((await manager.GetAsync("/api/penalties?rule=A-8.7a&person=a.tech")).Expect(200).Json["items"]);

        static JsonObject About(string number, JsonObject body)
        {
            (body["complaint"], body["day"]) = (number, null);
            return body;
        }
    }

    [Fact]
    public async Task OutsideRule_WithoutAnAmount_IsConfirmedOnlyAfterSomebodyFilledItIn()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var dispatcher = await product.AsAsync("b.dispatcher");
        var body = new JsonObject { ["complaint"] = number, ["rule"] = "B-8.2", ["persons"] = new JsonObject { ["责任人"] = "b.unit1" }, ["reason"] = "多次催办不予理睬" };
        var row = new JsonObject { ["id"] = Read.Text(Read.Items((await dispatcher.PostAsync("/api/penalties", body)).Expect(201).Json["items"]).ShouldHaveSingleItem()["id"]) };
        (await dispatcher.PostAsync("/api/penalties", body)).ExpectProblem(409, "PENALTY-DUPLICATE");
        (await product.ActAsync("b.chairman", row, "confirm")).ExpectProblem(404, "PENALTY-NOT-FOUND");
        (await product.ActAsync("b.dispatcher", row, "confirm")).ExpectProblem(403, "NOT-ALLOWED");
        (await product.ActAsync("b.manager", row, "confirm")).ExpectProblem(409, "PENALTY-AMOUNT-MISSING");
        (await product.ActAsync("b.dispatcher", row, "complete", new() { ["amount"] = 200.5m })).ExpectProblem(400, "PENALTY-INVALID", "reason");
        (await product.ActAsync("b.dispatcher", row, "complete", new() { ["amount"] = 200.5m, ["reason"] = "按第三十四条" })).Expect(200).Json["amount"]!.GetValue<decimal>().ShouldBe(200.5m);
        Read.Text((await product.ActAsync("b.manager", row, "confirm")).Expect(200).Json["state"]).ShouldBe("confirmed");
    }

    [Fact]
    public async Task MediaExposure_ThreeNamedPersons_Are100And50And50()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var persons = new JsonObject { ["责任人"] = "b.hotline", ["直接领导"] = "b.unit1", ["指标责任人"] = "b.unit1" };
        var body = new JsonObject { ["complaint"] = number, ["rule"] = "B-8.1a", ["persons"] = persons, ["reason"] = "晚报曝光" };
        var rows = Read.Items((await (await product.AsAsync("b.dispatcher")).PostAsync("/api/penalties", body)).Expect(201).Json["items"]);
        rows.Select(row => (Read.Text(row["person"]), row["amount"]!.GetValue<decimal>(), row["points"]!.GetValue<int>())).ShouldBe([("b.hotline", 100, 0), ("b.unit1", 50, 0), ("b.unit1", 50, 0)], ignoreOrder: true);
    }

    [Fact]
    public async Task StrictCase_RowsAreSeenByItsReadersAndByWhoIsConcernedOnly()
    {
        var number = Read.Text((await product.Site.RegisterAsync("b.discipline", Complaint.Sample("C13")))["number"]);
        var body = new JsonObject { ["complaint"] = number, ["rule"] = "B-8.4", ["persons"] = new JsonObject { ["责任人"] = "b.unit2" }, ["reason"] = "威胁投诉人" };
        (await (await product.AsAsync("b.dispatcher")).PostAsync("/api/penalties", body)).ExpectProblem(404, "CASE-NOT-FOUND");
        var made = Read.Items((await (await product.AsAsync("b.discipline")).PostAsync("/api/penalties", body)).Expect(201).Json["items"]).ShouldHaveSingleItem();
        (await product.RowsAsync(number, user: "b.manager")).ShouldBeEmpty();
        (await product.ActAsync("b.manager", made, "waive", Reason("看看"))).ExpectProblem(404, "PENALTY-NOT-FOUND");
        Read.Text((await product.RowsAsync(number, user: "b.director")).ShouldHaveSingleItem()["evidence"]).ShouldBe("威胁投诉人");

        (await product.RowsAsync(number, user: "b.unit2")).ShouldHaveSingleItem()["evidence"].ShouldBeNull();
        var own = (await (await product.AsAsync("b.unit2")).GetAsync($"/api/penalties/{Read.Text(made["id"])}")).Expect(200);
        own.Json["pack"].ShouldBeNull();
        own.Text.ShouldNotContain("威胁");
        (await product.ActAsync("b.unit2", made, "appeal", Reason("并无此事"))).Expect(200).Text.ShouldNotContain("威胁");
        var decided = (await product.ActAsync("b.chairman", made, "decide", new() { ["decision"] = "reverse", ["reason"] = "证据不足" })).Expect(200);
        (Read.Text(decided.Json["state"]), decided.Json["history"] is null).ShouldBe(("reversed", true));
    }

    private static string Code(JsonNode? node) => node?.GetValue<string>() ?? "";

    private static JsonObject Reason(string text) => new() { ["reason"] = text };
}
