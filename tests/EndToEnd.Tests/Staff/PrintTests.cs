using System.Text.Json.Nodes;
using Bpm.EndToEnd.Tests.Browsing;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>What comes out of the printer.</summary>
[Collection(OfficeCollection.Name)]
public sealed class PrintTests(Office office)
{
    private static readonly string Sentences = string.Concat(Enumerable.Repeat("早晚高峰三楼以上无水，多次反映未果，请尽快处理。", 12));

    [Fact]
    public async Task WorkOrder_Printed_IsOneSheetWithTheWholeCase()
    {
        var number = await office.RegisterAsync("a.hotline", $$"""
            {"category":"supply","attributes":{"issue":"no-water"},"content":"{{Sentences}}","customer":{"name":"欧阳女士","phone":"13955550001","address":"幸福小区五号楼" } }
            """);
        await using var tab = await office.OpenAsync("a.hotline");
        await tab.Page.GotoAsync($"/cases/{number}/print");

        var paper = await Paper.OfAsync(tab.Page);

        paper.Pages.ShouldBe(1);
        foreach (var text in new[] { "客户服务管理系统工单", number, "欧阳女士", "13955550001", "幸福小区五号楼", Sentences, "签字" })
            paper.Text.ShouldContain(text);
        paper.Text.ShouldNotContain("返回");
        paper.StrangeFonts.ShouldBeEmpty();
    }

    [Fact]
    public async Task ComplaintRecord_Printed_IsOneSheetWithTheFormsHeadings()
    {
        var number = (await office.PostAsync("b.hotline", "/api/complaints", JsonNode.Parse($$"""
            {"kind":"complaint","channel":"hotline","category":"product-quality","target":"自来水","content":"{{Sentences}}","demand":"检测水质并答复","customer":{"name":"孙女士","phone":"13955550002" } }
            """)!))["number"]!.GetValue<string>();
        await using var tab = await office.OpenAsync("b.hotline");
        await tab.Page.GotoAsync($"/reports/papers/complaint-record/{number}");

        var paper = await Paper.OfAsync(tab.Page);

        paper.Pages.ShouldBe(1);
        foreach (var text in new[] { "顾客投诉处理记录表", number, "孙女士", Sentences, "检测水质并答复" })
            paper.Text.ShouldContain(text);
        paper.StrangeFonts.ShouldBeEmpty();
    }

    [Fact]
    public async Task OverdueList_Printed_NamesWhatIsLate()
    {
        var number = await office.RegisterAsync("a.hotline", """{"category":"supply","attributes":{"issue":"no-water"}}""");
        await office.AdvanceAsync("PT25H");
        await using var tab = await office.OpenAsync("a.supervisor");
        await tab.Page.GotoAsync("/reports/overdue/print");

        var paper = await Paper.OfAsync(tab.Page);

        foreach (var text in new[] { "逾期未处理明细表", number, "制表", "审核" })
            paper.Text.ShouldContain(text);
        paper.StrangeFonts.ShouldBeEmpty();
    }
}
