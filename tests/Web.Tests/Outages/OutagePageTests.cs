using System.Net;
using System.Text.RegularExpressions;

namespace Bpm.Web.Tests.Outages;

[Collection(WebCollection.Name)]
public sealed class OutagePageTests(WebProduct product)
{
    [Fact]
    public async Task Announced_IsSeenAtRegistrationByAddressAndEnded()
    {
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/outages");
        await browser.SendAsync("#announce ~ form", Announcement("银杏小区抢修", "银杏小区\r枫叶街"));
        var address = browser.Path.Split('?')[0];
        address.ShouldStartWith("/outages/");
        browser.TextOf("h1").ShouldBe("银杏小区抢修");

        await browser.GoAsync("/register");
        browser.TextOf(".bpm-outage-strip").ShouldContain("银杏小区抢修 银杏小区、枫叶街");
        await browser.SendAsync("form[data-register]", new() { ["address"] = "枫叶街8号" }, press: "history");
        browser.TextOf("#register-history").ShouldContain("该地址可能正在停水");
        browser.TextOf("#register-history").ShouldContain("今晚八点前恢复。");
        browser.Page.QuerySelector("input[name=outage]").ShouldBeNull();

        await browser.GoAsync(address);
        await browser.SendAsync("button.bpm-button--danger");
        browser.Words.ShouldContain("已恢复");
        browser.Page.QuerySelector("form[data-draft]").ShouldBeNull();
        await browser.GoAsync("/outages?state=past");
        browser.Words.ShouldContain("银杏小区抢修");
    }

    [Fact]
    public async Task Announcement_ThatSaysTooLittle_KeepsWhatWasTyped()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/outages");
        await browser.SendAsync("#announce ~ form", new(Announcement("缺少范围", "")) { ["mainCase"] = "XX20990101-0001" });
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#area-error").ShouldBe("请填写停水范围。");
        browser.Page.QuerySelector("#title")!.GetAttribute("value").ShouldBe("缺少范围");
        browser.Page.QuerySelector("#mainCase")!.GetAttribute("value").ShouldBe("XX20990101-0001");
    }

    [Fact]
    public async Task Call_ChosenToBelongToTheOutage_IsMergedWhileItIsRegistered()
    {
        using var browser = await product.OpenAsync("a.hotline");
        var main = await RegisterAsync(browser, "13200000001", "香樟路1号");
        await browser.GoAsync($"/outages?case={main}");
        browser.Page.QuerySelector("#mainCase")!.GetAttribute("value").ShouldBe(main);
        await browser.SendAsync("#announce ~ form", Announcement("香樟路爆管", "香樟路"));
        var outage = Regex.Match(browser.Path, "[0-9a-f-]{36}").Value;

        await browser.GoAsync("/register");
        await browser.SendAsync("form[data-register]", new() { ["address"] = "香樟路9号" }, press: "history");
        browser.Page.QuerySelector($"input[name=outage][value='{outage}']").ShouldNotBeNull();
        var merged = await RegisterAsync(browser, "13200000002", "香樟路9号", outage);

        browser.TextOf(".bpm-registered").ShouldContain($"已并入 {main}");
        await browser.GoAsync($"/cases/{main}");
        browser.TextOf("[aria-labelledby=merged]").ShouldContain(merged);
    }

    [Fact]
    public async Task Page_OfAnotherOrganisation_IsMissing()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/outages");
        await browser.SendAsync("#announce ~ form", Announcement("梧桐里停水", "梧桐里"));
        var path = browser.Path;
        using var stranger = await product.OpenAsync("b.hotline");
        await stranger.GoAsync(path);
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        await stranger.GoAsync("/register");
        stranger.Words.ShouldNotContain("梧桐里");
        using var reader = await product.OpenAsync("a.network");
        await reader.GoAsync(path);
        reader.TextOf("h1").ShouldBe("梧桐里停水");
        reader.Page.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    private static Dictionary<string, string> Announcement(string title, string area) => new()
    {
        ["title"] = title,
        ["area"] = area,
        ["text"] = "管道抢修，今晚八点前恢复。",
    };

    private static async Task<string> RegisterAsync(PageBrowser browser, string phone, string address, string? outage = null)
    {
        await browser.GoAsync("/register");
        var filled = new Dictionary<string, string>
        {
            ["channel"] = "hotline", ["phone"] = phone, ["address"] = address, ["category"] = "pipe-repair", ["attribute.pipe-repair.zone"] = "urban", ["content"] = "路面冒水。",
        };
        if (outage is not null)
            filled["outage"] = outage;
        await browser.SendAsync("form[data-register]", filled, press: "register");
        return Regex.Match(browser.Path, "XX[0-9-]+").Value;
    }
}
