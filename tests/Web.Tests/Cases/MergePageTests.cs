using System.Net;
using System.Text.Json;
using Bpm.Application.Complaints;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Cases;

[Collection(WebCollection.Name)]
public sealed class MergePageTests(WebProduct product)
{
    [Fact]
    public async Task Cases_TickedOrAllOfThem_AreMergedAndAnsweredForEach()
    {
        var (main, one, two, three) = (await RegisterAsync("紫藤路1号"), await RegisterAsync("紫藤路2号"), await RegisterAsync("紫藤路3号"), await RegisterAsync("紫藤路4号"));
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/cases/{main}");
        browser.Page.QuerySelector($"a[href='/cases/{main}/merge']").ShouldNotBeNull();
        await browser.GoAsync($"/cases/{main}/merge?q=紫藤路");
        browser.Page.QuerySelectorAll("input[name=from]").Select(box => box.GetAttribute("value")).ShouldBe([three, two, one]);

        await browser.SendAsync("input[name=reason]", new() { ["from"] = one, ["reason"] = "" });
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Page.QuerySelectorAll("input[name=from][checked]").Select(box => box.GetAttribute("value")).ShouldBe([one]);

        await browser.SendAsync("input[name=reason]", new() { ["from"] = one, ["reason"] = "同一处爆管" });
        browser.TextOf("[role=status]").ShouldContain("并入了 1 件，0 件没有并入。");
        browser.Page.QuerySelectorAll("input[name=from]").Select(box => box.GetAttribute("value")).ShouldBe([three, two]);
        await browser.SendAsync("input[name=reason]", new() { ["all"] = "true", ["reason"] = "同一处爆管" });
        browser.TextOf("[role=status]").ShouldContain("并入了 2 件，0 件没有并入。");

        await browser.GoAsync($"/cases/{main}");
        browser.TextOf("#merged").ShouldBe("并入本案的案件（3）");
        // What one person merged within a minute is one line.
        browser.Page.QuerySelectorAll("[aria-labelledby=timeline] li").Select(line => line.TextContent).Count(text => text.Contains("并入其他案件", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var number in (string[])[one, two, three])
            browser.TextOf("[aria-labelledby=timeline]").ShouldContain(number);
    }

    [Fact]
    public async Task Page_ForWhoDoesNotRegister_IsNotShown()
    {
        var main = await RegisterAsync("紫荆路1号");
        using var crew = await product.OpenAsync("a.network");
        await crew.GoAsync($"/cases/{main}/merge");
        crew.Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await product.OpenAsync("b.hotline");
        await stranger.GoAsync($"/cases/{main}/merge");
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FollowUp_OfTheMainCase_RecordsWhatEveryMergedCustomerSays()
    {
        var (main, one, two) = (await RegisterAsync("丁香路1号"), await RegisterAsync("丁香路2号"), await RegisterAsync("丁香路3号"));
        await product.RunAsync("a.hotline", new MergeMany(main, [one, two], "同一处爆管"));
        var client = await product.Site.AsAsync("a.hotline");
        await new CaseDriver(product.Site, await client.CaseAsync(main), Plan.First).WalkAsync("follow-up");
        var task = Read.Text(Read.Items((await client.CaseAsync(main))["tasks"]).Single(task => Read.Text(task["step"]) == "follow-up")["id"]);
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/tasks/{task}");
        browser.TextOf("#merged-callers").ShouldBe("一并回访的客户（2，已回访 0）");
        browser.Page.QuerySelector($"[name='result.{one}']").ShouldBeNull();
        await browser.SendAsync($"form[action='/tasks/{task}'] button.bpm-button--primary");

        await browser.SendAsync("#merged-callers ~ form");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        await browser.SendAsync("#merged-callers ~ form", new() { [$"result.{one}"] = "Satisfied", [$"result.{two}"] = "NotSatisfied", [$"note.{two}"] = "水压还低" });

        browser.TextOf("#merged-callers").ShouldBe("一并回访的客户（2，已回访 2）");
        await browser.GoAsync($"/cases/{two}");
        browser.TextOf("[aria-labelledby=timeline]").ShouldContain("回访并案客户 不满意");
        browser.Words.ShouldContain("水压还低");
        await browser.GoAsync($"/cases/{main}");
        browser.TextOf("[aria-labelledby=timeline]").ShouldContain("回访并案客户 不满意 1 位、满意 1 位");
    }

    private async Task<string> RegisterAsync(string address) => (await product.RunAsync("a.hotline", new RegisterComplaint
    {
        Kind = "complaint", Channel = "hotline", Category = "pipe-repair", Content = "路面冒水。", Customer = new("沈先生", null, address, null, null), FirstReplyGiven = true,
        Attributes = new Dictionary<string, JsonElement> { ["zone"] = JsonSerializer.SerializeToElement("urban"), ["pipeDiameter"] = JsonSerializer.SerializeToElement(300) },
    })).Number;
}
