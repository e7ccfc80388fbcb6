using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Reports;

/// <summary>Reports and paper forms as HTML.</summary>
[Collection(ScriptedCollection.Name)]
public sealed class ReportPagesTests(ScriptedCases product)
{
    [Fact]
    public async Task Report_OnScreenAndPaper_HasTheRowsOfTheApi()
    {
        var client = await product.Site.AsAsync("a.supervisor");
        var rows = Read.Items((await client.GetAsync("/api/reports/overdue?date=2026-09-30")).Expect(200).Json["rows"]);
        rows.ShouldNotBeEmpty();
        using var browser = await product.OpenAsync("a.supervisor");
        foreach (var path in new[] { "/reports/overdue?date=2026-09-30", "/reports/overdue/print?date=2026-09-30" })
        {
            await browser.GoAsync(path);
            browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("客户投诉逾期未处理明细表");
            browser.Page.QuerySelectorAll("main tbody tr").Select(row => row.Children[1].TextContent.Trim())
                .ShouldBe([.. rows.Select(row => Read.Text(row["complaint"]))], path);
            browser.Words.ShouldNotContain("A-");
        }

        browser.Page.QuerySelector("nav").ShouldBeNull();
        browser.Page.QuerySelector(".bpm-sheet--landscape").ShouldNotBeNull();
    }

    [Fact]
    public async Task Report_Downloads_AreThere()
    {
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/reports/follow-up-register?from=2026-09-01&to=2026-09-30");
        browser.Page.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href"))
            .ShouldBe(["/api/reports/follow-up-register?from=2026-09-01&to=2026-09-30&format=xlsx", "/api/reports/follow-up-register?from=2026-09-01&to=2026-09-30&format=csv"]);
        browser.Words.ShouldContain(Read.Text(product.Closed["number"]));
    }

    [Fact]
    public async Task Report_BadDate_IsExplainedAtTheForm()
    {
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/reports/overdue?date=gestern");
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Words.ShouldContain("date 应为日期");
    }

    [Fact]
    public async Task ComplaintRecord_OnPaper_HasTheFormsOwnHeadingsAndSignatures()
    {
        using var browser = await product.OpenAsync("b.manager");
        await browser.GoAsync($"/reports/papers/complaint-record/{product.Product}");
        browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("顾客投诉处理记录表");
        var labels = browser.Page.QuerySelectorAll("main th").Select(cell => cell.TextContent).ToList();
        foreach (var label in new[] { "投诉人", "投诉时间", "投诉对象", "投诉内容", "投诉要求", "建议内容", "投诉的具体原因", "具体责任人", "处理结果", "是否满意", "纪检监察室处理意见" })
            labels.ShouldContain(label);
        browser.Words.ShouldContain("承办单位负责人（签字）：");
        browser.Words.ShouldContain("满意");
    }

    [Fact]
    public async Task WorkOrder_OfACase_IsPrintedForItsReaders()
    {
        var number = Read.Text(product.Closed["number"]);
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/cases/{number}/print");
        browser.Page.QuerySelector("h1")!.TextContent.ShouldBe("客户服务管理系统工单");
        browser.Words.ShouldContain(number);
    }

    [Theory]
    [InlineData("b.manager")]
    [InlineData("b.hotline")]
    [InlineData("b.unit2")]
    [InlineData("a.supervisor")]
    public async Task Paper_OfADisciplineCase_IsMissingForOutsiders(string user)
    {
        var number = Read.Text(product.Discipline["number"]);
        using var browser = await product.OpenAsync(user);
        foreach (var path in new[] { $"/cases/{number}/print", $"/reports/papers/complaint-record/{number}" })
        {
            await browser.GoAsync(path);
            browser.Status.ShouldBe(HttpStatusCode.NotFound);
            browser.Words.ShouldNotContain("暗示给烟");
        }
    }

    [Theory]
    [InlineData("a.supervisor", 4)]
    [InlineData("a.it", 0)]
    [InlineData("b.manager", 0)]
    public async Task Index_ByRole_ListsWhatTheRoleMayRead(string user, int lists)
    {
        using var browser = await product.OpenAsync(user);
        await browser.GoAsync("/reports");
        browser.Page.QuerySelectorAll("main a[href^='/reports/']").Length.ShouldBe(lists);
    }
}
