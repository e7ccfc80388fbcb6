using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Administration;

/// <summary>New rules hold from their day on; cases received before keep the old ones (F-093).</summary>
public sealed class RuleTests(RuleTests.Product product) : IClassFixture<RuleTests.Product>
{
    [Fact]
    public async Task NewRules_HoldFromTheirDayAndOldCasesKeepTheirs()
    {
        var process = await product.AsAsync("a.process");
        (await process.PostAsync("/api/admin/rules", new JsonObject { ["effectiveFrom"] = "2026-10-01", ["note"] = "公司发〔2026〕9 号" })).Expect(200);
        (await process.PostAsync("/api/admin/rules/clocks", Change("2026-10-01", "A-2.1b", "PT2H"))).Expect(200);
        (await process.PostAsync("/api/admin/rules/texts", new JsonObject { ["effectiveFrom"] = "2026-10-01", ["id"] = "A-5.3a", ["text"] = "您好，已受理。" })).Expect(200);
        var old = await product.Site.RegisterAsync("a.hotline", Hotline());
        Hours(old).ShouldBe(1);

        var differences = (await process.GetAsync("/api/admin/rules/compare?from=2023-04-16&to=2026-10-01")).Expect(200).Json["items"]!.AsArray();
        differences.Select(difference => (Read.Text(difference!["id"]), Read.Text(difference["before"]), Read.Text(difference["after"])))
            .ShouldContain(("A-2.1b", "1 小时", "2 小时"));
        await product.Site.AdvanceToAsync(Read.Moment("2026-10-01T09:00:00+08:00"));

        var next = await product.Site.RegisterAsync("a.hotline", Hotline());
        Hours(next).ShouldBe(2);
        Hours(await product.CaseAsync(old)).ShouldBe(1);
        (await process.PostAsync("/api/admin/rules/clocks", Change("2026-10-01", "A-2.1b", "PT3H"))).ExpectProblem(409, "RULE-SET-IN-FORCE");
        var sets = (await process.GetAsync("/api/admin/rules")).Expect(200).Json["items"]!.AsArray();
        sets.Select(set => Read.Text(set!["state"])).ShouldBe(["current", "past"]);
        (await process.PostAsync("/api/admin/rules", new JsonObject { ["effectiveFrom"] = "2026-10-01", ["note"] = "再改" })).ExpectProblem(409, "RULE-SET-TOO-EARLY");
    }

    [Fact]
    public async Task FutureRules_CanBeChangedAndDropped()
    {
        var admin = await product.AsAsync("b.admin");
        (await admin.PostAsync("/api/admin/rules", new JsonObject { ["effectiveFrom"] = "2027-01-01", ["note"] = "试改" })).Expect(200);
        (await admin.PostAsync("/api/admin/rules/clocks", Change("2027-01-01", "B-6.2.5", "P3X"))).ExpectProblem(400, "REQUEST-INVALID", "duration");
        (await admin.PostAsync("/api/admin/rules/clocks", Change("2027-01-01", "B-6.2.5", "P3WD"))).ExpectProblem(400, "DOCUMENT-REFUSED").Text.ShouldContain("计时方式");
        var rung = Change("2027-01-01", "B-6.2.5", "PT48H");
        var before = (await admin.GetAsync("/api/admin/rules/2027-01-01")).Expect(200).Json["articles"]!.AsArray().First(article => Read.Text(article!["id"]) == "B-6.2.5")!["clock"]!["rungs"]!.AsArray();
        rung["rungs"] = new JsonArray(new JsonObject { ["name"] = Read.Text(before[0]!["name"]), ["at"] = "due-12h" });
        (await admin.PostAsync("/api/admin/rules/clocks", rung)).Expect(200);
        var after = (await admin.GetAsync("/api/admin/rules/2027-01-01")).Expect(200).Json["articles"]!.AsArray().First(article => Read.Text(article!["id"]) == "B-6.2.5")!["clock"]!;
        Read.Text(after["duration"]).ShouldBe("PT48H");
        after["rungs"]!.AsArray().First(known => Read.Text(known!["name"]) == Read.Text(before[0]!["name"]))!["at"]!.GetValue<string>().ShouldBe("due-12h");
        after["rungs"]!.AsArray().Count.ShouldBe(before.Count);
        rung["rungs"] = new JsonArray(new JsonObject { ["name"] = Read.Text(before[0]!["name"]), ["at"] = "due-12h", ["to"] = new JsonArray("role:nobody") });
        (await admin.PostAsync("/api/admin/rules/clocks", rung)).ExpectProblem(400, "DOCUMENT-REFUSED");
        (await admin.PostAsync("/api/admin/rules/2027-01-01/remove")).Expect(200);
        (await admin.GetAsync("/api/admin/rules/2027-01-01")).ExpectProblem(404);
        (await admin.PostAsync("/api/admin/rules/2021-01-01/remove")).ExpectProblem(409, "RULE-SET-IN-FORCE");
    }

    [Fact]
    public async Task Text_WithAPlaceThatNothingFills_IsRefused()
    {
        var admin = await product.AsAsync("b.admin");
        (await admin.PostAsync("/api/admin/rules", new JsonObject { ["effectiveFrom"] = "2028-01-01", ["note"] = "试改" })).Expect(200);
        var body = new JsonObject { ["effectiveFrom"] = "2028-01-01", ["id"] = "notice.due", ["text"] = "{customer} 的投诉到期。" };
        (await admin.PostAsync("/api/admin/rules/texts", body)).ExpectProblem(400, "REQUEST-INVALID", "text");
        (await admin.PostAsync("/api/admin/rules/2028-01-01/remove")).Expect(200);
    }

    [Fact]
    public async Task Form_Changed_ShowsOnTheNextTask()
    {
        var process = await product.AsAsync("a.process");
        var body = new JsonObject { ["form"] = "back-fill", ["field"] = "text", ["title"] = "补录的答复", ["maxLength"] = 300 };
        (await process.PostAsync("/api/admin/forms", body)).Expect(200);
        var forms = (await process.GetAsync("/api/admin/forms")).Expect(200).Json["items"]!.AsArray();
        var field = forms.First(form => Read.Text(form!["id"]) == "back-fill")!["form"]!["properties"]!["text"]!;
        Read.Text(field["title"]).ShouldBe("补录的答复");
        field["maxLength"]!.GetValue<int>().ShouldBe(300);
        body["maxLength"] = 10;
        (await process.PostAsync("/api/admin/forms", body)).ExpectProblem(400, "REQUEST-INVALID", "maxLength");
        body["field"] = "nothing";
        body["maxLength"] = 300;
        (await process.PostAsync("/api/admin/forms", body)).ExpectProblem(404, "ENTRY-NOT-FOUND");
    }

    private static JsonObject Change(string day, string id, string duration) => new()
    {
        ["effectiveFrom"] = day, ["id"] = id, ["duration"] = duration, ["reading"] = "endOfNextWorkingDay", ["capAtShiftEnd"] = false,
    };

    private static JsonObject Hotline()
    {
        var body = Complaint.Sample("C01");
        body["channel"] = "wechat";
        return body;
    }

    private static double Hours(JsonNode @case)
    {
        var clock = Read.Items(@case["clocks"]).Single(known => Read.Text(known["rule"]) == "A-2.1b");
        return (Read.Moment(clock["dueAt"]) - Read.Moment(clock["startedAt"])).TotalHours;
    }

    /// <summary>On the eve of the day that new rules hold from.</summary>
    public sealed class Product() : RunningProduct("2026-09-30T16:00:00+08:00");
}
