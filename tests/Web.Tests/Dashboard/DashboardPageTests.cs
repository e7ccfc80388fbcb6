using System.Globalization;
using System.Net;

namespace Bpm.Web.Tests.Dashboard;

/// <summary>Figures as HTML: each number leads to as many cases.</summary>
[Collection(ScriptedCollection.Name)]
public sealed class DashboardPageTests(ScriptedCases product)
{
    [Theory]
    [InlineData("/dashboard?from=2026-09-01&to=2026-09-30", "a.manager")]
    [InlineData("/dashboard?from=2026-09-01&to=2026-09-30", "b.manager")]
    [InlineData("/dashboard/analysis?month=2026-09", "a.manager")]
    public async Task Numbers_EachLink_LeadsToAsManyCases(string path, string user)
    {
        using var browser = await product.OpenAsync(user);
        await browser.GoAsync(path);
        var links = browser.Page.QuerySelectorAll("main a[href^='/dashboard/cases']").Select(link => (Address: link.GetAttribute("href")!, Count: Number(link.TextContent))).Distinct().ToList();
        links.Count.ShouldBeGreaterThan(10);
        links.ShouldContain(link => link.Count > 0);
        foreach (var (address, count) in links)
        {
            await browser.GoAsync(address);
            browser.Page.QuerySelectorAll("main tbody tr").Length.ShouldBe(count, address);
        }
    }

    [Fact]
    public async Task Charts_AreDrawnFromTheTablesBesideThem()
    {
        using var browser = await product.OpenAsync("a.manager");
        await browser.GoAsync("/dashboard?from=2026-09-01&to=2026-09-30");
        var charts = browser.Page.QuerySelectorAll("[data-chart]").ToList();
        charts.Count.ShouldBe(4);
        foreach (var chart in charts)
        {
            chart.GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
            var table = browser.Page.GetElementById(chart.GetAttribute("data-table")!).ShouldNotBeNull();
            foreach (var cell in table.QuerySelectorAll("td[data-value]").Where(cell => cell.GetAttribute("data-value") != ""))
            {
                var value = decimal.Parse(cell.GetAttribute("data-value")!, CultureInfo.InvariantCulture);
                cell.QuerySelector("b")!.TextContent.ShouldBe((value * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%");
            }
        }
    }

    [Fact]
    public async Task ConfidentialCases_ForTheManager_AreNamedAsNotCounted()
    {
        using var browser = await product.OpenAsync("b.manager");
        await browser.GoAsync("/dashboard?from=2026-09-01&to=2026-09-30");
        browser.Words.ShouldContain("另有 1 件保密案件");
        browser.Words.ShouldNotContain("违规违纪");
    }

    [Fact]
    public async Task Page_ForAnAgent_IsForbidden()
    {
        using var browser = await product.OpenAsync("a.hotline");
        foreach (var path in new[] { "/dashboard", "/dashboard/cases", "/dashboard/analysis" })
        {
            await browser.GoAsync(path);
            browser.Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }
    }

    private static int Number(string text) => int.Parse(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1], CultureInfo.InvariantCulture);
}
