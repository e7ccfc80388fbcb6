using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Me;

/// <summary>The own page: password, absence. Each test has people of its own, and gives back what it changed.</summary>
[Collection(WebCollection.Name)]
public sealed class MePageTests(WebProduct product)
{
    [Fact]
    public async Task Password_Changed_KeepsThisSessionAndEndsTheOther()
    {
        using var own = await product.OpenAsync("a.engineering");
        using var other = await product.OpenAsync("a.engineering");
        await own.GoAsync("/me");

        await own.SendAsync("form:has([value=password])", new() { ["old"] = Site.Password, ["new"] = "Neues#2026", ["again"] = "Neues#2026" });

        own.TextOf("#bpm-notices").ShouldContain("密码已修改");
        await other.GoAsync("/me");
        other.Path.ShouldStartWith("/sign-in");
        await own.GoAsync("/me");
        own.Words.ShouldContain("郑涛");
        await own.SendAsync("form:has([value=password])", new() { ["old"] = "Neues#2026", ["new"] = Site.Password, ["again"] = Site.Password });
    }

    [Fact]
    public async Task Password_Wrong_IsSaidBesideItsField()
    {
        using var browser = await product.OpenAsync("a.it");
        await browser.GoAsync("/me");

        await browser.SendAsync("form:has([value=password])", new() { ["old"] = "falsch", ["new"] = "Neues#2026", ["again"] = "Neues#2026" });

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#old-error").ShouldContain("原密码不正确");
        browser.Words.ShouldContain("密码已输错 1 次");
        browser.Page.QuerySelectorAll("input[type=password][value]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Absence_Entered_IsSaidOnEveryPageOfBoth()
    {
        using var away = await product.OpenAsync("a.tech");
        await away.GoAsync("/me");
        await away.SendAsync("form:has([value=absence])", new() { ["from"] = "2026-09-30T08:00", ["until"] = "2026-09-30T07:00", ["substitute"] = "a.it" });
        away.Status.ShouldBe(HttpStatusCode.BadRequest);
        away.TextOf("#until-error").ShouldContain("晚于开始时间");
        away.Page.QuerySelector("#from")!.GetAttribute("value").ShouldBe("2026-09-30T08:00");

        await away.SendAsync("form:has([value=absence])", new() { ["until"] = "2026-10-20T18:00" });

        away.TextOf("#bpm-away").ShouldContain("高翔 正在代您办理");
        using var substitute = await product.OpenAsync("a.it");
        await substitute.GoAsync("/");
        substitute.TextOf("#bpm-away").ShouldContain("您正在代 林峰 办理任务");
        await away.SendAsync("form:has([value=end])");
        away.TextOf("#bpm-away").ShouldBeEmpty();
    }
}
