using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Tasks;

/// <summary>The page of a task: all of its work without any script.</summary>
[Collection(WebCollection.Name)]
public sealed class TaskPageTests(WebProduct product)
{
    private const string Complete = "form:has([name=outcome])";

    // One dot.
    private static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Task_ClaimedAndCompleted_MovesTheCaseOn()
    {
        var (number, page) = await TaskAsync("C01", "take-sample");
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync(page);
        browser.Words.ShouldContain(number);
        await browser.SendAsync("form:has([value=claim])");
        browser.TextOf("#bpm-notices").ShouldContain("已领取");

        await browser.SendAsync(Complete, new() { ["f.place"] = "厨房水龙头", ["f.occurredAt"] = "" }, press: "Sampled");

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.TextOf("#bpm-notices").ShouldContain("已办结");
        browser.TextOf(".bpm-task").ShouldContain("吴静");
        Read.Tasks(await (await product.Site.AsAsync("a.hotline")).CaseAsync(number), "take-sample", "completed").ShouldHaveSingleItem();
        browser.TextOf("#next-tasks").ShouldContain("还有");
    }

    [Fact]
    public async Task Task_Refused_KeepsWhatWasTypedAndSaysItBesideTheField()
    {
        var (_, page) = await TaskAsync("C01", "take-sample");
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync(page);
        await browser.SendAsync("form:has([value=claim])");

        await browser.SendAsync(Complete, new() { ["f.place"] = "", ["f.sampleNumber"] = "S-17", ["f.note"] = "水色<偏>黄", ["comment"] = "备注\"一\"" }, press: "Sampled");

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#place-error").ShouldContain("采样地点");
        browser.Page.QuerySelector("#field-place")!.GetAttribute("aria-describedby")!.ShouldContain("place-error");
        browser.Page.QuerySelector("#field-sampleNumber")!.GetAttribute("value").ShouldBe("S-17");
        browser.TextOf("#field-note").ShouldBe("水色<偏>黄");
        browser.TextOf("#task-comment").ShouldBe("备注\"一\"");
        browser.TextOf("#place-needed").ShouldContain("必填");

        await browser.SendAsync(Complete, new() { ["comment"] = "" }, press: "Returned");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#comment-error").ShouldContain("理由");
    }

    [Fact]
    public async Task Task_PostedTwice_IsCompletedOnce()
    {
        var (number, page) = await TaskAsync("C01", "take-sample");
        using var first = await product.OpenAsync("a.quality");
        await first.GoAsync(page);
        await first.SendAsync("form:has([value=claim])");
        using var second = await product.OpenAsync("a.quality");
        await second.GoAsync(page);
        var key = first.Page.QuerySelector($"{Complete} [name=key]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["f.place"] = "厨房", ["key"] = key };

        await first.SendAsync(Complete, fields, press: "Sampled");
        await second.SendAsync(Complete, fields, press: "Sampled");

        second.Status.ShouldBe(HttpStatusCode.OK);
        second.Page.QuerySelector("[role=alert]").ShouldBeNull();
        var seen = await (await product.Site.AsAsync("a.hotline")).CaseAsync(number);
        Read.Items(seen["timeline"]).Count(entry => Read.Text(entry["action"]) == "task.completed").ShouldBe(1);
    }

    [Fact]
    public async Task Task_CompletedWithFiles_KeepsEachOnceHoweverOftenTheFormComes()
    {
        var (number, page) = await TaskAsync("C01", "take-sample");
        using var first = await product.OpenAsync("a.quality");
        await first.GoAsync(page);
        await first.SendAsync("form:has([value=claim])");
        using var second = await product.OpenAsync("a.quality");
        await second.GoAsync(page);
        var fields = new Dictionary<string, string> { ["f.place"] = "厨房", ["key"] = first.Page.QuerySelector($"{Complete} [name=key]")!.GetAttribute("value")! };
        (string, byte[])[] files = [("水样一.png", Png), ("水样二.png", Png)];

        foreach (var browser in (PageBrowser[])[first, second])
        {
            await browser.SendAsync(Complete, fields, "Sampled", files);
            browser.Status.ShouldBe(HttpStatusCode.OK, browser.Words);
            var seen = await (await product.Site.AsAsync("a.hotline")).CaseAsync(number);
            Read.Tasks(seen, "take-sample", "completed").ShouldHaveSingleItem();
            Read.Items(seen["attachments"]).Select(file => Read.Text(file["name"])).ShouldBe(["水样一.png", "水样二.png"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Task_ClaimedByTheOtherFirst_SaysWhoHasIt()
    {
        var (_, page) = await TaskAsync("C01", "first-reply");
        using var loser = await product.OpenAsync("a.hotline2");
        await loser.GoAsync(page);
        (await (await product.Site.AsAsync("a.hotline")).PostAsync($"/api{page}/claim")).Expect(200);

        await loser.SendAsync("form:has([value=claim])");

        loser.Status.ShouldBe(HttpStatusCode.Conflict);
        loser.Words.ShouldContain("该任务现由 李梅 办理");
        loser.Page.QuerySelector(Complete).ShouldBeNull();
    }

    [Fact]
    public async Task Task_Delegated_ComesBackWithTheOpinion()
    {
        var (_, page) = await TaskAsync("C02", "department-handling");
        using var owner = await product.OpenAsync("a.meter");
        await owner.GoAsync(page);
        await owner.SendAsync("form:has([value=claim])");
        await owner.SendAsync("form:has([value=delegate])", new() { ["to"] = "a.inspection", ["reason"] = "请到现场核对" });
        owner.TextOf("#bpm-notices").ShouldContain("已委派给 冯军");
        using var delegated = await product.OpenAsync("a.inspection");
        await delegated.GoAsync(page);
        delegated.Words.ShouldContain("受 赵强 委派");
        await delegated.SendAsync("form:has([value=return])", new() { ["reason"] = "读数无误" });

        await owner.GoAsync(page);

        owner.TextOf(".bpm-task-hands").ShouldContain("冯军 交回 赵强");
        owner.TextOf(".bpm-task-hands").ShouldContain("读数无误");
    }

    [Fact]
    public async Task Task_UrgedTwice_SaysWhenItIsPossibleAgain()
    {
        var (_, page) = await TaskAsync("C01", "take-sample");
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync(page);
        await browser.SendAsync("form:has([value=urge])", new() { ["reason"] = "客户又来电" });
        browser.TextOf(".bpm-task").ShouldContain("已催办 1 次");

        await browser.SendAsync("form:has([value=urge])", new() { ["reason"] = "再催一次" });

        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.TextOf("[role=alert]").ShouldContain("以后可再次催办");
        browser.TextOf("#urge-reason").ShouldBe("再催一次");
    }

    [Fact]
    public async Task Task_OfAConfidentialCase_IsNotThereForOthers()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var review = Read.Text(Read.Tasks(registered, "review", "open")[0]["id"]);
        using var browser = await product.OpenAsync("b.unit1");

        await browser.GoAsync("/tasks/" + review);

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Words.ShouldNotContain(Read.Text(registered["number"]));
    }

    private async Task<(string Number, string Page)> TaskAsync(string sample, string step)
    {
        var registered = await product.Site.RegisterAsync(sample);
        return (Read.Text(registered["number"]), "/tasks/" + Read.Text(Read.Tasks(registered, step, "open")[0]["id"]));
    }
}
