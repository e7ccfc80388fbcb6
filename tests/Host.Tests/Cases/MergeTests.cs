using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Cases;

/// <summary>并案: one case goes on for several.</summary>
public sealed class MergeTests(MergeTests.Product product) : IClassFixture<MergeTests.Product>
{
    [Fact]
    public async Task Merge_TwoOpenCases_ClosesOneWithClocksTasksAndProcess()
    {
        var (from, into) = (await RegisterAsync("C01"), await RegisterAsync("C01"));
        var hotline = await product.AsAsync("a.hotline");
        var answer = (await hotline.PostAsync(Path(from, "merge"), Body(into, "同一处水管爆裂"))).Expect(200).Json;
        var merged = await hotline.CaseAsync(from);
        foreach (var seen in (JsonNode[])[answer, merged])
        {
            (Read.Text(seen["status"]), Read.Text(seen["ending"]), Read.Text(seen["mergedInto"])).ShouldBe(("closed", "merged", into));
            Read.Items(seen["clocks"]).ShouldAllBe(clock => Read.Text(clock["state"]) == "cancelled" && Read.Text(clock["explanation"]).Contains($"并入 {into}"));
            Read.OpenSteps(seen).ShouldBeEmpty();
            Read.Text(seen["workflow"]!["status"]).ShouldBe("Finished");
            Read.Items(seen["links"]).Select(link => $"{Read.Text(link["kind"])} {Read.Text(link["number"])}").ShouldBe([$"merged-into {into}"]);
            Read.Text(Read.Items(seen["notes"]).ShouldHaveSingleItem()["text"]).ShouldBe("同一处水管爆裂");
        }

        var main = await hotline.CaseAsync(into);
        Read.Items(main["links"]).Select(link => $"{Read.Text(link["kind"])} {Read.Text(link["number"])}").ShouldBe([$"merged-from {from}"]);
        Read.Text(main["status"]).ShouldBe("open");
        main["mergedInto"].ShouldBeNull();
        Read.Items(merged["timeline"]).ShouldContain(entry => Read.Text(entry["action"]) == "case.merged" && Read.Text(entry["detail"]) == into);

        (await hotline.PostAsync(Path(from, "merge"), Body(into, "再来一次"))).Expect(200);
        Read.Items((await hotline.CaseAsync(into))["links"]).Count.ShouldBe(1);
        await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromDays(20));
        Read.Items((await hotline.CaseAsync(from))["clocks"]).ShouldAllBe(clock => Read.Text(clock["state"]) == "cancelled");
    }

    [Fact]
    public async Task Merge_WhatCannotBe_IsRefusedAndLeavesBothAsTheyWere()
    {
        var (one, two, three, other) = (await RegisterAsync("C01"), await RegisterAsync("C01"), await RegisterAsync("C01"), await RegisterAsync("C02"));
        var ofB = Read.Text((await product.Site.RegisterAsync("C12"))["number"]);
        var hotline = await product.AsAsync("a.hotline");
        (await hotline.PostAsync(Path(one, "merge"), Body(one, "理由"))).ExpectProblem(400, "MERGE-INTO-ITSELF");
        (await hotline.PostAsync(Path(one, "merge"), Body(other, "理由"))).ExpectProblem(409, "MERGE-CATEGORIES-DIFFER");
        (await hotline.PostAsync(Path(one, "merge"), Body(ofB, "理由"))).ExpectProblem(404, "MERGE-TARGET-NOT-FOUND", "into");
        (await hotline.PostAsync(Path(one, "merge"), Body(two, " "))).ExpectProblem(400, "REASON-INVALID", "reason");
        (await hotline.PostAsync(Path(ofB, "merge"), Body(one, "理由"))).ExpectProblem(404, "CASE-NOT-FOUND");
        (await (await product.AsAsync("a.quality")).PostAsync(Path(one, "merge"), Body(two, "理由"))).ExpectProblem(403);
        Read.Text((await hotline.CaseAsync(one))["status"]).ShouldBe("open");
        Read.Items((await hotline.CaseAsync(two))["links"]).ShouldBeEmpty();

        (await hotline.PostAsync(Path(two, "merge"), Body(three, "理由"))).Expect(200);
        (await hotline.PostAsync(Path(one, "merge"), Body(two, "理由"))).ExpectProblem(409, "MERGE-INTO-MERGED").Text.ShouldContain(three);
        (await hotline.PostAsync(Path(two, "merge"), Body(one, "理由"))).ExpectProblem(409, "MERGE-ALREADY-MERGED").Text.ShouldContain(three);
    }

    [Fact]
    public async Task Merge_EachIntoTheOtherAtOnce_OneWins()
    {
        var (one, two) = (await RegisterAsync("C01"), await RegisterAsync("C01"));
        var (hotline, second) = (await product.AsAsync("a.hotline"), await product.AsAsync("a.hotline2"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? hotline.PostAsync(Path(one, "merge"), Body(two, "理由")) : second.PostAsync(Path(two, "merge"), Body(one, "理由"))));
        var closed = 0;
        foreach (var number in (string[])[one, two])
        {
            var seen = await hotline.CaseAsync(number);
            Read.Items(seen["links"]).Count.ShouldBe(1);
            closed += Read.Text(seen["status"]) == "closed" ? 1 : 0;
        }

        closed.ShouldBe(1);
        answers.Count(answer => (int)answer.Status == 200).ShouldBe(3);
        answers.Count(answer => (int)answer.Status == 409).ShouldBe(3);
    }

    [Fact]
    public async Task MergeMany_SomeCannotBe_SaysSoOfEach()
    {
        var (main, other) = (await RegisterAsync("C01"), await RegisterAsync("C02"));
        string[] from = [await RegisterAsync("C01"), await RegisterAsync("C01"), other, "XX20990101-0001", main];
        var hotline = await product.AsAsync("a.hotline");
        var (body, key) = (Many("主管破裂", from), Guid.NewGuid().ToString());
        for (var round = 0; round < 2; round++)
        {
            var results = Read.Items((await hotline.PostAsync(Path(main, "merge-many"), body, key)).Expect(200).Json["items"]);
            results.Select(result => Read.Text(result["number"])).ShouldBe(from);
            results.Select(result => result["merged"]!.GetValue<bool>()).ShouldBe([true, true, false, false, false]);
            results.Skip(2).Select(result => Read.Text(result["code"])).ShouldBe(["MERGE-CATEGORIES-DIFFER", "CASE-NOT-FOUND", "MERGE-INTO-ITSELF"]);
            Read.Items((await hotline.CaseAsync(main))["links"]).Count.ShouldBe(2);
        }

        (await hotline.PostAsync(Path(main, "merge-many"), Many("另一理由", from), key)).ExpectProblem(409);
        (await hotline.PostAsync(Path(main, "merge-many"), Many("理由"))).ExpectProblem(400, null, "from");
        (await hotline.PostAsync(Path(main, "merge-many"), Many("理由", [.. Enumerable.Repeat(main, 201)]))).ExpectProblem(400, null, "from");
        (await hotline.PostAsync(Path(main, "merge-many"), Many("", from[0]))).ExpectProblem(400, null, "reason");
    }

    [Fact]
    public async Task Replies_ToTheMainCase_ReachEveryMergedCustomerOnce()
    {
        var hotline = await product.AsAsync("a.hotline");
        JsonObject Wechat()
        {
            var body = Complaint.Sample("C01");
            body["channel"] = "wechat";
            return body;
        }

        var main = await product.Site.RegisterAsync("a.hotline", Wechat());
        var number = Read.Text(main["number"]);
        string[] from = [await RegisterAsync("C01"), Read.Text((await product.Site.RegisterAsync("a.hotline", Wechat()))["number"]), Read.Text((await product.Site.RegisterAsync("a.hotline", Wechat()))["number"])];
        // The third hangs on the second, which hangs on the main case.
        (await hotline.PostAsync(Path(from[2], "merge"), Body(from[1], "理由"))).Expect(200);
        (await hotline.PostAsync(Path(number, "merge-many"), Many("理由", from[..2]))).Expect(200);
        var walked = await product.GoOnAsync(new(new(product.Site, main, Plan.First), main), Plan.First);
        walked.ShouldBeClosed();
        var told = Read.Items(walked.Case["replies"]).Where(reply => Read.Text(reply["kind"]) is "final" or "progress").Select(reply => Read.Text(reply["text"])).ToList();
        told.ShouldNotBeEmpty();
        foreach (var merged in from)
        {
            await Until.TrueAsync(
                async () => Read.Items((await hotline.CaseAsync(merged))["replies"]).Count(reply => Read.Text(reply["kind"]) != "first") >= told.Count,
                TimeSpan.FromSeconds(30), $"{merged} was told nothing.");
            await product.Site.AdvanceToAsync(await product.Site.NowAsync() + TimeSpan.FromHours(1));
            Read.Items((await hotline.CaseAsync(merged))["replies"]).Where(reply => Read.Text(reply["kind"]) != "first").Select(reply => Read.Text(reply["text"])).ShouldBe(told);
        }
    }

    [Fact]
    public async Task Candidates_AreOpenCasesOfTheCategory_ThoseNearFirst()
    {
        var hotline = await product.AsAsync("a.hotline");
        async Task<string> AtAsync(string sample, string address, string phone)
        {
            var body = Complaint.Sample(sample);
            body["customer"] = new JsonObject { ["name"] = "赵桂芳", ["phone"] = phone, ["address"] = address };
            return Read.Text((await product.Site.RegisterAsync("a.hotline", body))["number"]);
        }

        var main = await AtAsync("C04", "石榴里3号楼", "13700000001");
        var near = await AtAsync("C04", "石榴里8号楼", "13700000002");
        var same = await AtAsync("C04", "别处2号", "13700000001");
        var far = await AtAsync("C04", "远方路2号", "13700000004");
        var otherCategory = await AtAsync("C02", "石榴里5号楼", "13700000005");

        var listed = (await hotline.GetAsync(Path(main, "merge-candidates"))).Expect(200).Json;
        var items = Read.Items(listed["items"]).Where(row => Read.Text(row["name"]) == "赵桂芳").ToList();
        items.Take(2).Select(row => Read.Text(row["number"])).ShouldBe([near, same], ignoreOrder: true);
        items.Select(row => Read.Text(row["number"])).ShouldContain(far);
        items.Select(row => Read.Text(row["number"])).ShouldNotContain(otherCategory);
        (await NumbersAsync("near=true")).ShouldBe([near, same], ignoreOrder: true);
        (await NumbersAsync("search=13700000004")).ShouldBe([far]);
        (await hotline.PostAsync(Path(near, "merge"), Body(main, "同一处"))).Expect(200);
        (await NumbersAsync("near=true")).ShouldBe([same]);

        (await hotline.GetAsync(Path(main, "merge-candidates") + "?days=0")).ExpectProblem(400, null, "days");
        (await (await product.AsAsync("a.network")).GetAsync(Path(main, "merge-candidates"))).ExpectProblem(403);
        (await (await product.AsAsync("b.hotline")).GetAsync(Path(main, "merge-candidates"))).ExpectProblem(404);

        async Task<IReadOnlyList<string>> NumbersAsync(string query) => [.. Read.Items(
            (await hotline.GetAsync($"{Path(main, "merge-candidates")}?{query}")).Expect(200).Json["items"]).Select(row => Read.Text(row["number"]))];
    }

    [Fact]
    public async Task CallBacks_OfMergedCustomers_StandInTheirCasesAndInTheMainOne()
    {
        var hotline = await product.AsAsync("a.hotline");
        var main = await product.Site.RegisterAsync("a.hotline", Complaint.Sample("C01"));
        var number = Read.Text(main["number"]);
        string[] from = [await RegisterAsync("C01"), await RegisterAsync("C01"), await RegisterAsync("C01")];
        // The third comes with the second.
        (await hotline.PostAsync(Path(from[2], "merge"), Body(from[1], "理由"))).Expect(200);
        (await hotline.PostAsync(Path(number, "merge-many"), Many("理由", from[..2]))).Expect(200);
        var stranger = await RegisterAsync("C01");
        var walked = await product.GoOnAsync(new(new(product.Site, main, Plan.First), main), Plan.First, stopBefore: "follow-up");
        var task = Read.Text(Read.Items(walked.Case["tasks"]).Single(task => Read.Text(task["step"]) == "follow-up")["id"]);
        var calls = $"/api/tasks/{task}/call-backs";

        (await hotline.PostAsync(calls, Calls((from[0], "Satisfied")))).ExpectProblem(409, "TASK-NOT-CLAIMED");
        (await hotline.PostAsync($"/api/tasks/{task}/claim")).Expect(200);
        (await hotline.PostAsync(calls, Calls((from[0], "Satisfied"), (stranger, "Satisfied")))).ExpectProblem(409, "CALL-BACK-OF-OTHER", "calls");
        (await hotline.PostAsync(calls, Calls((from[0], "Pleased")))).ExpectProblem(400);
        (await hotline.PostAsync(calls, Calls())).ExpectProblem(400, null, "calls");
        (await (await product.AsAsync("b.hotline")).PostAsync(calls, Calls((from[0], "Satisfied")))).ExpectProblem(404);
        Read.Items((await hotline.CaseAsync(from[0]))["followUps"]).ShouldBeEmpty();

        var key = Guid.NewGuid().ToString();
        for (var i = 0; i < 2; i++)
            (await hotline.PostAsync(calls, Calls((from[0], "Satisfied"), (from[1], "NotSatisfied"), (from[2], "Satisfied")), key)).Expect(200);

        var called = Read.Items((await hotline.CaseAsync(from[1]))["followUps"]).ShouldHaveSingleItem();
        (Read.Text(called["result"]), Read.Text(called["by"]), Read.Text(called["note"])).ShouldBe(("notSatisfied", "a.hotline", "水压还低"));
        Read.Items((await hotline.CaseAsync(from[1]))["timeline"]).ShouldContain(entry => Read.Text(entry["action"]) == "case.called-back" && Read.Text(entry["detail"]) == "NotSatisfied");
        Read.Items((await hotline.CaseAsync(number))["timeline"]).Where(entry => Read.Text(entry["action"]) == "case.called-back").Select(entry => Read.Text(entry["detail"])).ShouldBe(["NotSatisfied=1 Satisfied=2"]);
        var told = await hotline.CaseAsync(number);
        Read.Text(Read.Items(told["timeline"]).Single(entry => Read.Text(entry["action"]) == "case.callers-unsatisfied")["detail"]).ShouldBe(from[1]);
        var notice = Read.Items(told["notices"]).Single(notice => Read.Text(notice["text"]).Contains("客户不满意", StringComparison.Ordinal));
        (Read.Text(notice["recipient"]), Read.Text(notice["text"])).ShouldBe(("a.quality", $"受理编号 {number}：并入的 1 个案件（{from[1]}）回访时客户不满意，请核实处理情况。"));
        var callers = Read.Items((await hotline.GetAsync(Path(number, "merged"))).Expect(200).Json["items"]);
        callers.Select(row => Read.Text(row["number"])).ShouldBe(from);
        callers.ShouldAllBe(row => Read.Text(row["phone"]) == "13800000001");
        Read.Text(callers[1]["result"]).ShouldBe("NotSatisfied");
        (await (await product.AsAsync("b.hotline")).GetAsync(Path(number, "merged"))).ExpectProblem(404);

        static JsonObject Calls(params (string Number, string Result)[] calls) => new()
        {
            ["calls"] = new JsonArray([.. calls.Select(call => (JsonNode)new JsonObject { ["number"] = call.Number, ["result"] = call.Result, ["note"] = "水压还低" })]),
        };
    }

    private async Task<string> RegisterAsync(string sample) => Read.Text((await product.Site.RegisterAsync("a.hotline", Complaint.Sample(sample)))["number"]);

    private static string Path(string number, string action) => $"{ApiClient.CasePath(number)}/{action}";

    private static JsonObject Body(string into, string reason) => new() { ["into"] = into, ["reason"] = reason };

    private static JsonObject Many(string reason, params string[] from) =>
        new() { ["from"] = new JsonArray([.. from.Select(number => (JsonNode)number)]), ["reason"] = reason };

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
