using System.Net;
using Bpm.Application.Complaints;
using Bpm.Application.Penalties;

namespace Bpm.Web.Tests.Penalties;

/// <summary>The pages of the penalty ledger, with proposals made by hand: the clock of this product stands still.</summary>
[Collection(WebCollection.Name)]
public sealed class PenaltyPageTests(WebProduct product)
{
    [Fact]
    public async Task ProposalsOfADay_Ticked_AreConfirmedInOneGo()
    {
        var (first, second) = (await ProposeAsync("a.network"), await ProposeAsync("a.network.manager"));
        using var browser = await product.OpenAsync("a.manager");
        await browser.GoAsync("/penalties?day=2026-09-30");
        browser.Words.ShouldContain("孙伟");
        await browser.SendAsync("form.bpm-penalty-day", new() { ["penalty"] = $"{first.Id}\n{second.Id}" }, press: "confirm");

        browser.TextOf("#bpm-notices").ShouldBe("办理了 2 条。");
        browser.Page.QuerySelectorAll("input[name=penalty]").Select(tick => tick.GetAttribute("value")).ShouldNotContain(first.Id.ToString());
        browser.Page.QuerySelectorAll("td").ShouldContain(cell => cell.TextContent.Contains(first.Complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Proposals_OneOfThemOwn_SayWhatBecameOfEach()
    {
        var (own, other) = (await ProposeAsync("a.deputy"), await ProposeAsync("a.network"));
        using var browser = await product.OpenAsync("a.deputy");
        await browser.GoAsync("/penalties?day=2026-09-30");
        browser.Page.QuerySelectorAll("input[name=penalty]").Select(tick => tick.GetAttribute("value")).ShouldNotContain(own.Id.ToString());
        await browser.SendAsync("form.bpm-penalty-day", new() { ["penalty"] = $"{own.Id}\n{other.Id}" }, press: "confirm");

        browser.TextOf("main [role=status]").ShouldContain("办理了 1 条，1 条没有办成");
        browser.TextOf("main [role=status]").ShouldContain("涉及您本人");
    }

    [Fact]
    public async Task Proposals_WaivedWithoutAReason_StayAndAsk()
    {
        var row = await ProposeAsync("a.network");
        using var browser = await product.OpenAsync("a.manager");
        await browser.GoAsync("/penalties?day=2026-09-30");
        await browser.SendAsync("form.bpm-penalty-day", new() { ["penalty"] = row.Id.ToString(), ["reason"] = "" }, press: "waive");

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.Words.ShouldContain("请填写理由");
        browser.Page.QuerySelector($"input[value='{row.Id}']").ShouldNotBeNull().HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task OwnRow_IsSeenAppealedAndDecided()
    {
        var row = await ProposeAsync("a.network");
        using var concerned = await product.OpenAsync("a.network");
        await concerned.GoAsync("/me");
        concerned.Page.QuerySelector("a[href='/penalties']").ShouldNotBeNull();
        await concerned.GoAsync("/penalties");
        concerned.TextOf("h1").ShouldBe("我的处罚记录");
        concerned.Page.QuerySelectorAll("tbody td[data-label='受罚人']").ShouldAllBe(cell => cell.TextContent.Contains("孙伟", StringComparison.Ordinal));
        await concerned.GoAsync($"/penalties/{row.Id}");
        await concerned.SendAsync("form:has(input[name=do][value=appeal])", new() { ["reason"] = "当天休假" });
        concerned.Words.ShouldContain("申诉中");

        using var manager = await product.OpenAsync("a.manager");
        await manager.GoAsync($"/penalties/{row.Id}");
        manager.Page.QuerySelector("input[name=do][value=confirm]").ShouldBeNull();
        manager.Words.ShouldContain("当天休假");
        await manager.SendAsync("form:has(input[name=do][value=appealed])", new() { ["reason"] = "考勤属实" }, press: "reverse");
        manager.Words.ShouldContain("已撤销");
        manager.Words.ShouldContain("考勤属实");
    }

    [Fact]
    public async Task Proposal_MadeOnThePage_NamesThePersonAndWaitsForAnother()
    {
        var number = await RegisterAsync();
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync($"/penalties/new?case={number}&rule=A-8.3a");
        await browser.SendAsync("form[method=post].bpm-card", new() { ["person1"] = "a.network", ["reason"] = "答复与现场情况严重不符" });

        browser.Path.ShouldStartWith("/penalties/");
        browser.Words.ShouldContain("孙伟");
        browser.Words.ShouldContain("答复与现场情况严重不符");
        browser.Page.QuerySelector("input[name=do][value=confirm]").ShouldBeNull();
    }

    [Theory]
    [InlineData("a.network", "/penalties/new", HttpStatusCode.Forbidden)]
    [InlineData("a.manager", "/penalties/0197d0e0-0000-7000-8000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("a.manager", "/penalties?state=nothing", HttpStatusCode.BadRequest)]
    public async Task Page_NotForTheReader_SaysSo(string user, string path, HttpStatusCode status)
    {
        using var browser = await product.OpenAsync(user);
        await browser.GoAsync(path);
        browser.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Row_OfSomebodyElse_IsUnknownToWhoDecidesNothing()
    {
        var row = await ProposeAsync("a.network.manager");
        using var browser = await product.OpenAsync("a.network");
        await browser.GoAsync($"/penalties/{row.Id}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<PenaltyView> ProposeAsync(string person) => (await product.RunAsync("a.supervisor", new ProposePenalty(
        await RegisterAsync(), "A-8.3a", null, new Dictionary<string, string?> { [person == "a.network" ? "主要责任工作人员" : "部门经理"] = person }, null, "回复严重错误"))).Items[0];

    private async Task<string> RegisterAsync() => (await product.RunAsync("a.hotline", new RegisterComplaint
    {
        Kind = "consultation", Channel = "hotline", Category = "billing", Content = "阶梯水价从哪天执行", Customer = new(null, null, null, null, true),
    })).Number;
}
