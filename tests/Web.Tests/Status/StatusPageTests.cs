using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Status;

/// <summary>The public page of a case's status.</summary>
[Collection(ScriptedCollection.Name)]
public sealed class StatusPageTests(ScriptedCases product)
{
    [Fact]
    public async Task RightCode_ShowsStateAndReplyWithoutStaff()
    {
        using var browser = new PageBrowser(product.Host.Address);
        await AskAsync(browser, Read.Text(product.Closed["number"]), Read.Text(product.Closed["queryCode"]));
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Words.ShouldContain("已办结");
        browser.Words.ShouldContain("最新答复");
        foreach (var name in new[] { "李梅", "孙伟", "a.hotline" })
            browser.Words.ShouldNotContain(name);
        browser.Path.ShouldBe("/status");
    }

    [Fact]
    public async Task WrongCodeAndUnknownNumber_ShowTheSamePage()
    {
        using var browser = new PageBrowser(product.Host.Address);
        await AskAsync(browser, Read.Text(product.Closed["number"]), "12");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        var wrong = browser.Words;
        await AskAsync(browser, "XX20990101-0001", Read.Text(product.Closed["queryCode"]));
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Words.ShouldBe(wrong);
        wrong.ShouldContain("没有查到相符的工单");
    }

    [Fact]
    public async Task DisciplineCase_ShowsNoContent()
    {
        using var browser = new PageBrowser(product.Host.Address);
        await AskAsync(browser, Read.Text(product.Discipline["number"]), Read.Text(product.Discipline["queryCode"]));
        browser.Words.ShouldContain("正在办理");
        browser.Words.ShouldContain("暂无可以公开的答复");
    }

    private static async Task AskAsync(PageBrowser browser, string number, string code)
    {
        await browser.GoAsync("/status");
        await browser.SendAsync("form", new() { ["number"] = number, ["code"] = code });
    }
}
