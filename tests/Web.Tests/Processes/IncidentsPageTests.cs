using System.Net;
using Bpm.Application.Instances;

namespace Bpm.Web.Tests.Processes;

/// <summary>The page of incidents: many at once, each with a reason, each with its own result.</summary>
[Collection(WebCollection.Name)]
public sealed class IncidentsPageTests(WebProduct product)
{
    [Fact]
    public async Task Incidents_Picked_AreMendedWithAReasonAndLeaveTheList()
    {
        var (first, second) = (await FailAsync("incidents-pick"), await FailAsync("incidents-pick"));
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/studio/incidents?definition=incidents-pick");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        browser.TextOf("tbody tr").ShouldContain("写一行");

        await browser.SendAsync("form:has([name=pick])", new() { ["pick"] = Pick(browser, first), ["action"] = "Skip", ["reason"] = "已电话核实" });

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.TextOf("[role=status]").ShouldContain($"{first}：✓ 已跳过。");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        await browser.SendAsync("form:has([name=pick])", new() { ["all"] = "true", ["action"] = "Cancel", ["reason"] = "不再需要" });
        browser.TextOf("[role=status]").ShouldContain($"{second}：✓ 已取消。");
        browser.Page.QuerySelectorAll("tbody tr").ShouldBeEmpty();
    }

    [Fact]
    public async Task Incidents_WithoutAReason_StayAsTheyAre()
    {
        var id = await FailAsync("incidents-reason");
        using var browser = await product.OpenAsync("a.process");
        await browser.GoAsync("/studio/incidents?definition=incidents-reason");

        await browser.SendAsync("form:has([name=pick])", new() { ["pick"] = Pick(browser, id), ["action"] = "Skip", ["reason"] = " " });

        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("[role=alert]").ShouldContain("请填写原因");
        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Reader_WithoutTheRightToMend_SeesTheListOnly()
    {
        await FailAsync("incidents-read");
        using var browser = await product.OpenAsync("a.manager");

        await browser.GoAsync("/studio/incidents?definition=incidents-read");

        browser.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        browser.Page.QuerySelectorAll("[name=pick], [name=reason]").ShouldBeEmpty();
    }

    private static string Pick(PageBrowser browser, string instanceId) =>
        browser.Page.QuerySelectorAll("input[name=pick]").Select(input => input.GetAttribute("value")!).Single(value => value.EndsWith("@" + instanceId, StringComparison.Ordinal));

    private async Task<string> FailAsync(string definitionId)
    {
        await product.PublishAsync(Drawn.Plain(definitionId, "JSON.parse('x')"));
        return (await product.RunAsync("a.process", new StartWorkflow(definitionId, null, null, null))).Id;
    }
}
