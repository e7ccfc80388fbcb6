using System.Net;
using Bpm.Application.Complaints;

namespace Bpm.Web.Tests.Cases;

[Collection(WebCollection.Name)]
public sealed class CasePageTests(WebProduct product)
{
    private const string Secret = "某营业厅收费时推诿扯皮";

    [Fact]
    public async Task Case_ForItsPeople_ShowsFactsLimitsProcessAndHistory()
    {
        var number = await BurstAsync();
        using var browser = await product.OpenAsync("a.network");

        await browser.GoAsync($"/cases/{number}");

        browser.TextOf("[aria-labelledby=facts]").ShouldContain("解放路12号");
        browser.TextOf("[aria-labelledby=clocks]").ShouldContain("管道抢修到场");
        browser.TextOf("[aria-labelledby=clocks] details").ShouldContain("不分昼夜和节假日");
        browser.TextOf("[aria-labelledby=process]").ShouldContain("当前步骤：");
        browser.Page.QuerySelectorAll(".bpm-process-step--current").Length.ShouldBeGreaterThan(0);
        browser.TextOf("[aria-labelledby=timeline]").ShouldContain("转派部门 管网部");
        browser.TextOf("[aria-labelledby=mine]").ShouldContain("赶到现场");
    }

    [Fact]
    public async Task Case_NoCodeOfTheProgram_IsShown()
    {
        var number = await BurstAsync();
        using var browser = await product.OpenAsync("a.hotline");

        await browser.GoAsync($"/cases/{number}");

        foreach (var code in new[] { "pipe-repair", "network", "urban", "task:", "clock:", "arrive", "role:", "task.opened" })
            browser.Words.ShouldNotContain(code);
    }

    [Fact]
    public async Task DisciplineCase_ForOthers_ShowsNumberStateAndNeutralClockOnly()
    {
        var number = await DisciplineAsync();
        using var browser = await product.OpenAsync("b.manager");

        await browser.GoAsync($"/cases/{number}");

        browser.Words.ShouldContain(number);
        browser.Words.ShouldContain("此案件只对办理和监督人员公开");
        browser.Page.DocumentElement.OuterHtml.ShouldNotContain(Secret);
        browser.Page.DocumentElement.OuterHtml.ShouldNotContain("违规违纪");
    }

    [Fact]
    public async Task DisciplineCase_ForItsReaders_ShowsWhoRead()
    {
        var number = await DisciplineAsync();
        using var browser = await product.OpenAsync("b.director");
        await browser.GoAsync($"/cases/{number}");

        await browser.GoAsync($"/cases/{number}");

        browser.Words.ShouldContain(Secret);
        browser.TextOf("[aria-labelledby=readers]").ShouldContain("2026-");
    }

    [Fact]
    public async Task CaseOfAnotherOrganisation_IsNotFound()
    {
        var number = await BurstAsync();
        using var browser = await product.OpenAsync("b.hotline");

        await browser.GoAsync($"/cases/{number}");

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        browser.Words.ShouldContain("没有找到这个案件");
    }

    [Fact]
    public async Task Cases_Merged_SayWhereTheyGoOn()
    {
        var (main, other) = (await BurstAsync(), await BurstAsync());
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/cases/{other}");

        await browser.SendAsync("#merge-to", new() { ["to"] = main, ["reason"] = "同一爆管" });

        browser.Words.ShouldContain($"已并入 {main}");
        browser.TextOf("#bpm-notices").ShouldBe("已并案。");
    }

    [Fact]
    public async Task Registration_Corrected_MovesTheLimit()
    {
        var number = await BurstAsync();
        using var browser = await product.OpenAsync("a.hotline");
        await browser.GoAsync($"/cases/{number}");

        await browser.SendAsync("#correct-reason", new() { ["attribute.pipe-repair.pipeDiameter"] = "900", ["reason"] = "现场核实" });

        browser.TextOf("[aria-labelledby=facts]").ShouldContain("900");
        browser.TextOf("[aria-labelledby=timeline]").ShouldContain("重新确定时限");
        browser.TextOf("[aria-labelledby=timeline]").ShouldContain("现场核实");
    }

    [Fact]
    public async Task List_Filtered_HoldsWhatFitsAndHidesTheConfidential()
    {
        var number = await DisciplineAsync();
        using var browser = await product.OpenAsync("b.unit2");

        await browser.GoAsync($"/cases?number={number}");
        browser.TextOf("table").ShouldContain("（保密）");

        await browser.GoAsync($"/cases?number={number}&category=discipline");
        browser.Words.ShouldContain("没有符合条件的案件。");
    }

    private async Task<string> BurstAsync() => (await product.RunAsync("a.hotline", new RegisterComplaint
    {
        Kind = "complaint",
        Channel = "hotline",
        Category = "pipe-repair",
        Content = "主管道爆裂",
        Customer = new("王建国", null, "解放路12号", null, null),
        Attributes = new Dictionary<string, System.Text.Json.JsonElement> { ["zone"] = System.Text.Json.JsonSerializer.SerializeToElement("urban") },
    })).Number;

    private async Task<string> DisciplineAsync() => (await product.RunAsync("b.discipline", new RegisterComplaint
    {
        Kind = "complaint",
        Channel = "written",
        Category = "discipline",
        Target = "营业厅",
        Content = Secret,
        Demand = "调查处理",
        Customer = new(null, null, null, null, true),
    })).Number;
}
