using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Supervision;

/// <summary>督办 as HTML.</summary>
[Collection(ScriptedCollection.Name)]
public sealed class SupervisionPageTests(ScriptedCases product)
{
    [Theory]
    [InlineData("")]
    [InlineData("by=person")]
    public async Task Groups_EachNumber_LeadsToAsManyRows(string view)
    {
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync($"/supervision?hours=168&{view}");
        var links = browser.Page.QuerySelectorAll("a.bpm-supervision-count").Select(link => (link.GetAttribute("href")!, int.Parse(link.QuerySelector("b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        links.Count.ShouldBeGreaterThan(1);
        foreach (var (address, count) in links)
        {
            await browser.GoAsync(address);
            browser.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(count, address);
        }
    }

    [Fact]
    public async Task Row_OfALateClock_TellsDutyLimitAndLadderInWords()
    {
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/supervision?rule=A-4.2");
        var row = browser.Page.QuerySelectorAll("main tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("th a")!.GetAttribute("href").ShouldBe("/cases/" + product.Late);
        row.TextContent.ShouldContain("超期");
        row.TextContent.ShouldContain("§四.2");
        row.TextContent.ShouldNotContain("A-4.2");
        row.QuerySelectorAll("details.bpm-ladder li").Length.ShouldBeGreaterThan(2);
        row.TextContent.ShouldContain("逾期上报");
    }

    [Fact]
    public async Task DisciplineCase_ForTheManager_IsANeutralRow()
    {
        using var browser = await product.OpenAsync("b.manager");
        await browser.GoAsync("/supervision?hours=168");
        var number = Read.Text(product.Discipline["number"]);
        var row = browser.Page.QuerySelectorAll("main tbody tr").Where(tr => tr.TextContent.Contains(number, StringComparison.Ordinal)).ShouldHaveSingleItem();
        row.TextContent.ShouldContain("办理中");
        row.QuerySelector("details").ShouldBeNull();
        row.QuerySelector("time").ShouldBeNull();
        row.TextContent.ShouldNotContain("附件");
    }

    [Fact]
    public async Task Urge_WithAReason_SaysThatItWasDoneAndOnlyOnceInAWhile()
    {
        using var browser = await product.OpenAsync("a.manager");
        await browser.GoAsync("/supervision?rule=A-4.7");
        await browser.SendAsync("form:has(input[name=task])", new() { ["reason"] = "客户再次来电，请抓紧。" });
        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.Page.QuerySelector("#bpm-notices")!.TextContent.ShouldContain("已催办");
        await browser.SendAsync("form:has(input[name=task])", new() { ["reason"] = "再催一次。" });
        browser.Page.QuerySelector("main [role=alert]").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("a.hotline", HttpStatusCode.Forbidden)]
    [InlineData("b.unit1", HttpStatusCode.Forbidden)]
    [InlineData("a.deputy", HttpStatusCode.OK)]
    public async Task Page_ByRole_IsForThoseWhoSupervise(string user, HttpStatusCode status)
    {
        using var browser = await product.OpenAsync(user);
        await browser.GoAsync("/supervision");
        browser.Status.ShouldBe(status);
    }
}
