using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Desk;

/// <summary>The desk: whose tasks stand where, and what is done from the list.</summary>
[Collection(WebCollection.Name)]
public sealed class DeskPageTests(WebProduct product)
{
    [Fact]
    public async Task Desk_ForSampleUsers_ShowsEachTheirOwn()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        foreach (var (user, scope, step) in ((string, string, string?)[])[
            ("a.hotline", "available", "首次答复客户"), ("a.hotline2", "available", "首次答复客户"), ("a.quality", "available", "采样"),
            ("a.hotline", "started", "首次答复客户"), ("a.supervisor", "available", null), ("a.meter", "available", null)])
        {
            using var browser = await product.OpenAsync(user);
            await browser.GoAsync($"/?scope={scope}&text={number}");
            browser.Status.ShouldBe(HttpStatusCode.OK);
            if (step is null)
                browser.Words.ShouldContain("没有符合条件的任务", Case.Sensitive);
            else
                browser.Page.QuerySelectorAll("tbody th a").ShouldContain(link => link.TextContent.Contains(step, StringComparison.Ordinal), $"{user} {scope}: {browser.Words}");
        }
    }

    [Fact]
    public async Task Desk_ClaimFromTheRow_MovesTheTaskToTheOwnList()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync($"/?scope=available&text={number}");
        var id = browser.Page.QuerySelector("[data-desk-claim]")!.GetAttribute("value")!;

        await browser.SendAsync("#desk-claim", new() { ["task"] = id });

        browser.TextOf("#bpm-notices").ShouldContain("已领取");
        await browser.GoAsync($"/?scope=mine&text={number}");
        browser.Page.QuerySelector($"a[href='/tasks/{id}']").ShouldNotBeNull();
        browser.TextOf("tbody").ShouldContain("吴静");
    }

    [Fact]
    public async Task Desk_ClaimedBySomebodyElse_SaysSo()
    {
        var registered = await product.Site.RegisterAsync("C01");
        var task = Read.Text(Read.Tasks(registered, "first-reply", "open")[0]["id"]);
        using var browser = await product.OpenAsync("a.hotline2");
        await browser.GoAsync($"/?scope=available&text={Read.Text(registered["number"])}");
        (await (await product.Site.AsAsync("a.hotline")).PostAsync($"/api/tasks/{task}/claim")).Expect(200);

        await browser.SendAsync("#desk-claim", new() { ["task"] = task });

        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.TextOf("[role=alert]").ShouldContain("已被他人签收");
    }

    [Fact]
    public async Task Desk_FilterSaved_IsThereAfterSigningOut()
    {
        using (var browser = await product.OpenAsync("a.office"))
        {
            await browser.GoAsync("/?scope=started&urgency=overdue");
            await browser.SendAsync("form:has(#filter-name)", new() { ["name"] = "我登记的超期" });
            browser.TextOf("#bpm-notices").ShouldContain("筛选已保存");
            await browser.SendAsync("form[action='/sign-out']");
        }

        using var again = await product.OpenAsync("a.office");
        await again.GoAsync("/");
        var link = again.Page.QuerySelectorAll(".bpm-desk-saved a").Single(saved => saved.TextContent == "我登记的超期");
        link.GetAttribute("href").ShouldBe("/?scope=started&urgency=overdue");
        await again.SendAsync(".bpm-desk-saved li form");
        again.Page.QuerySelectorAll(".bpm-desk-saved a").ShouldBeEmpty();
    }

    [Fact]
    public async Task Desk_NarrowedToSteps_ShowsTheirTasksAloneAndKeepsThemInItsAddresses()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/?scope=started&text={number}");
        var all = Titles(browser);
        all.Length.ShouldBeGreaterThan(2);
        browser.Page.QuerySelectorAll("input[name=step]").Select(choice => choice.ParentElement!.TextContent.Trim()).ShouldBe(
            browser.Page.QuerySelectorAll("input[name=step]").Select(choice => choice.ParentElement!.TextContent.Trim()).Distinct(), "each step stands there once, by its name");

        await browser.GoAsync($"/?scope=started&text={number}&step=first-reply&step=take-sample");

        Titles(browser).ShouldBe(all.Where(title => title is "首次答复客户" or "现场采样"), ignoreOrder: true);
        Titles(browser).Length.ShouldBe(2);
        browser.Page.QuerySelectorAll("input[name=step][checked]").Select(choice => choice.ParentElement!.TextContent.Trim()).ShouldBe(["首次答复客户", "现场采样"], ignoreOrder: true);
        browser.TextOf(".bpm-desk-steps summary").ShouldBe("已选 2 个");
        browser.Page.QuerySelector($"a[href='/?scope=started']").ShouldNotBeNull("the way back to the whole list");
        await browser.SendAsync("form:has(#filter-name)", new() { ["name"] = "两个环节" });
        browser.Page.QuerySelectorAll(".bpm-desk-saved a").Single(saved => saved.TextContent == "两个环节").GetAttribute("href")
            .ShouldBe($"/?scope=started&text={number}&step=first-reply&step=take-sample");
        await browser.SendAsync(".bpm-desk-saved li:has(a[href*='step=first-reply']) form");
    }

    [Fact]
    public async Task Desk_NarrowedToAStepThatIsNoMore_StillSaysThatItIsNarrowed()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/?scope=started&step=nothing-of-ours");
        browser.Words.ShouldContain("没有符合条件的任务", Case.Sensitive);
        browser.Page.QuerySelector("input[name=step][checked]")!.ParentElement!.TextContent.Trim().ShouldBe("已停用的环节");
    }

    [Fact]
    public async Task Desk_BulkTransfer_SaysWhatBecameOfEach()
    {
        var (one, two) = (await HeldAsync("a.network"), await HeldAsync("a.network"));
        using var browser = await product.OpenAsync("a.network");
        await browser.GoAsync("/?scope=mine");
        (await (await product.Site.AsAsync("a.network")).PostAsync($"/api/tasks/{two}/release")).Expect(200);

        await browser.SendAsync("#desk-move", new() { ["pick"] = $"{one}\n{two}", ["to"] = "a.network.manager", ["reason"] = "外出抢修" });

        browser.Status.ShouldBe(HttpStatusCode.OK);
        var said = browser.TextOf("[role=status].bpm-notice--warn");
        said.ShouldContain("转办了 1 项，1 项没有转办");
        said.ShouldContain("✓ 已转办");
        said.ShouldContain("请先签收该任务");
        (await (await product.Site.AsAsync("a.network.manager")).ListAsync("/api/tasks?scope=mine")).ShouldContain(row => Read.Text(row["id"]) == one);
    }

    [Fact]
    public async Task Desk_BulkTransferRefused_KeepsTicksAndWords()
    {
        var one = await HeldAsync("a.network");
        using var browser = await product.OpenAsync("a.network");
        await browser.GoAsync("/?scope=mine");

        await browser.SendAsync("#desk-move", new() { ["pick"] = one, ["to"] = "", ["reason"] = "外出抢修" });

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#desk-move .bpm-field-error").ShouldContain("请选择转给谁");
        browser.Page.QuerySelector("#move-reason")!.GetAttribute("value").ShouldBe("外出抢修");
        browser.Page.QuerySelectorAll("input[name=pick][checked]").Select(tick => tick.GetAttribute("value")).ShouldBe([one]);
    }

    [Fact]
    public async Task Desk_DisciplineCase_ShowsItsRegistrarNothing()
    {
        var registered = await product.Site.RegisterAsync("C13");
        var number = Read.Text(registered["number"]);
        var review = "/api/tasks/" + Read.Text(Read.Tasks(registered, "review", "open")[0]["id"]);
        var hotline = await product.Site.AsAsync("b.hotline");
        (await hotline.PostAsync(review + "/claim")).Expect(200);
        (await hotline.PostAsync(review + "/complete", FormFiller.Submission((await hotline.GetAsync(review)).Json, "Accepted", new Dictionary<string, string>()))).Expect(200);
        using var browser = await product.OpenAsync("b.hotline");

        await browser.GoAsync($"/?scope=started&text={number}");

        foreach (var row in browser.Page.QuerySelectorAll("tbody tr"))
        {
            row.TextContent.ShouldContain("办理中");
            row.TextContent.ShouldContain("保密");
            row.QuerySelectorAll("a[href^='/tasks/']").ShouldBeEmpty();
        }

        await browser.GoAsync($"/?scope=started&text={number}&step=unit-handling&step=investigation&step=review");
        browser.Page.QuerySelectorAll("tbody tr").ShouldBeEmpty("to ask for a step must not tell how far the case is");

        await browser.GoAsync($"/?scope=available&text={number}&category=discipline");
        browser.Page.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Desk_AddressThatIsNonsense_IsStillAPage()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/?scope=everything&order=size&urgency=now&page=-5&text=%25_%27");
        browser.Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string[] Titles(PageBrowser browser) => [.. browser.Page.QuerySelectorAll("tbody th a").Select(link => link.TextContent.Trim())];

    private async Task<string> HeldAsync(string user)
    {
        var registered = await product.Site.RegisterAsync("C06");
        foreach (var row in await (await product.Site.AsAsync(user)).ListAsync($"/api/tasks?scope=available&complaint={Read.Text(registered["number"])}"))
        {
            (await (await product.Site.AsAsync(user)).PostAsync($"/api/tasks/{Read.Text(row["id"])}/claim")).Expect(200);
            return Read.Text(row["id"]);
        }

        throw new InvalidOperationException($"{user} is offered nothing of the sample.");
    }
}
