using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Administration;

/// <summary>Every page of administrators refuses each role without the right, and opens whole for those with it.</summary>
[Collection(WebCollection.Name)]
public sealed class AdminAccessTests(WebProduct product)
{
    private static readonly string[] _organisation =
        ["/admin/people", "/admin/people/a.hotline", "/admin/departments", "/admin/departments?code=hotline", "/admin/departments?code=-", "/admin/roles", "/admin/roles?code=hotline", "/admin/rosters", "/admin/calendar", "/admin/calendar/2026", "/admin/calendar/2031"];

    private static readonly string[] _rules =
    [
        "/admin", "/admin/categories", "/admin/rules", "/admin/rules?limits=true", "/admin/rules/compare", "/admin/rules/2023-04-16/A-4.5", "/admin/texts", "/admin/forms", "/admin/forms?form=back-fill",
    ];

    [Fact]
    public async Task EveryPage_RefusesEachRoleWithoutTheRight()
    {
        foreach (var user in Staff.OfA)
        {
            using var browser = await product.OpenAsync(user);
            var (admin, process) = (user == "a.admin", user == "a.process");
            await AssertAsync(browser, user, _organisation, admin);
            await AssertAsync(browser, user, _rules, admin || process);
            await AssertAsync(browser, user, ["/admin/connectors", "/admin/audit", "/admin/audit.csv"], admin);
        }
    }

    [Fact]
    public async Task Audit_IsOpenToTheDirectorWhoManagesNothing()
    {
        using var browser = await product.OpenAsync("b.director");
        await AssertAsync(browser, "b.director", ["/admin/audit"], true);
        browser.Page.QuerySelectorAll(".bpm-nav a").Select(link => link.TextContent.Trim()).ShouldContain("操作记录");
        await AssertAsync(browser, "b.director", ["/admin", .. _organisation], false);
    }

    [Fact]
    public async Task Pages_OfTheSecondOrganisation_AreWhole()
    {
        using var browser = await product.OpenAsync("b.admin");
        string[] pages = ["/admin", "/admin/people", "/admin/departments", "/admin/roles", "/admin/rosters", "/admin/calendar/2026", "/admin/categories", "/admin/rules", "/admin/texts", "/admin/forms", "/admin/connectors", "/admin/audit"];
        await AssertAsync(browser, "b.admin", pages, true);
    }

    private static async Task AssertAsync(PageBrowser browser, string user, IEnumerable<string> pages, bool allowed)
    {
        foreach (var page in pages)
        {
            await browser.GoAsync(page);
            browser.Status.ShouldBe(allowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{user} {page}");
            if (!allowed || page.EndsWith(".csv", StringComparison.Ordinal))
                continue;
            browser.Page.QuerySelectorAll("h1").Length.ShouldBe(1, page);
            browser.Page.QuerySelectorAll("[style], script:not([src])").ShouldBeEmpty(page);
            browser.Page.QuerySelectorAll("[id]").GroupBy(e => e.Id).ShouldAllBe(same => same.Count() == 1, page);
            browser.Page.QuerySelectorAll("main input:not([type=hidden]), main select, main textarea")
                .Where(control => browser.Page.QuerySelector($"label[for='{control.Id}']") is null && control.Closest("label") is null).ShouldBeEmpty(page);
        }
    }
}
