using System.Net;
using System.Text.RegularExpressions;

namespace Bpm.Web.Tests.Registration;

[Collection(WebCollection.Name)]
public sealed class RegisterPageTests(WebProduct product)
{
    [Fact]
    public async Task Form_FilledIn_RegistersAndShowsWhatToSay()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");

        await RegisterAsync(browser, Burst("13100000001"));

        browser.Path.ShouldStartWith("/register?done=XX");
        browser.Words.ShouldContain("已登记");
        browser.Words.ShouldContain("管网部，请电话通知 周海");
        browser.TextOf(".bpm-registered").ShouldContain("您好!您的投诉已登记,我们已将您的投诉转达给相关部门");
        browser.TextOf(".bpm-query-code").ShouldMatch("^[0-9]{6}$");
        browser.Page.QuerySelector("[data-draft-done=register]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Form_SentTwice_RegistersOnce()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");
        var form = browser.Page;
        await RegisterAsync(browser, Burst("13100000002"));
        var first = browser.Path;

        browser.ShowAgain(form, "/register");
        await RegisterAsync(browser, Burst("13100000002"));

        browser.Path.ShouldBe(first);
    }

    [Fact]
    public async Task Form_WithoutContent_KeepsWhatWasTypedAndNamesTheField()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");

        await RegisterAsync(browser, new(Burst("13100000003")) { ["content"] = "" });

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#content-error").ShouldBe("请填写投诉内容。");
        browser.Page.QuerySelector("#phone")!.GetAttribute("value").ShouldBe("13100000003");
        browser.Page.QuerySelector("#category option[selected]")!.GetAttribute("value").ShouldBe("pipe-repair");
    }

    [Fact]
    public async Task KnownCustomer_OfTheSameCategory_IsChosenAboutFirst()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");
        await RegisterAsync(browser, Burst("13100000004"));
        var earlier = Regex.Match(browser.Path, "XX[0-9-]+").Value;
        await browser.GoAsync("/register");

        await RegisterAsync(browser, Burst("13100000004"));
        browser.Status.ShouldBe(HttpStatusCode.Conflict);
        browser.TextOf("#register-history").ShouldContain(earlier);
        await RegisterAsync(browser, new() { ["tie"] = $"repeat:{earlier}" });

        var later = Regex.Match(browser.Path, "XX[0-9-]+").Value;
        later.ShouldNotBe(earlier);
        foreach (var (one, other) in new[] { (earlier, later), (later, earlier) })
        {
            await browser.GoAsync($"/cases/{one}");
            browser.TextOf("[aria-labelledby=links]").ShouldContain(other);
            browser.TextOf("[aria-labelledby=links]").ShouldContain("重复投诉");
        }
    }

    [Fact]
    public async Task KnownCustomer_ChosenAsANewMatter_StandsInBothTimelines()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");
        await RegisterAsync(browser, Burst("13100000006"));
        var earlier = Regex.Match(browser.Path, "XX[0-9-]+").Value;
        await browser.GoAsync("/register");

        await RegisterAsync(browser, new(Burst("13100000006")) { ["tie"] = "new" });

        var later = Regex.Match(browser.Path, "XX[0-9-]+").Value;
        foreach (var (one, other) in new[] { (earlier, later), (later, earlier) })
        {
            await browser.GoAsync($"/cases/{one}");
            browser.TextOf("[aria-labelledby=timeline]").ShouldContain($"与以前案件核对 {other}：已核对，为新事项");
        }
    }

    [Fact]
    public async Task History_AskedFor_IsShownWithoutRegistering()
    {
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync("/register");
        await RegisterAsync(browser, Burst("13100000005"));
        var earlier = Regex.Match(browser.Path, "XX[0-9-]+").Value;
        await browser.GoAsync("/register");

        await browser.SendAsync("form[data-register]", new() { ["phone"] = "13100000005" }, press: "history");

        browser.TextOf("#register-history").ShouldContain(earlier);
        browser.Path.ShouldBe("/register");
    }

    [Theory]
    [InlineData("a.network")]
    [InlineData("b.chairman")]
    public async Task Page_ForWhoDoesNotRegister_IsNotShown(string user)
    {
        using var browser = await product.OpenAsync(user);

        await browser.GoAsync("/register");

        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Dictionary<string, string> Burst(string phone) => new()
    {
        ["channel"] = "hotline",
        ["phone"] = phone,
        ["category"] = "pipe-repair",
        ["attribute.pipe-repair.zone"] = "urban",
        ["content"] = "路面大量冒水。",
    };

    private static Task RegisterAsync(PageBrowser browser, Dictionary<string, string> filled) => browser.SendAsync("form[data-register]", filled, press: "register");
}
