using System.Net;
using Bpm.HostKit;

namespace Bpm.Web.Tests.Tasks;

/// <summary>退回 and 撤回 on the page of a task, without any script.</summary>
[Collection(WebCollection.Name)]
public sealed class TaskReturnTests(WebProduct product)
{
    [Fact]
    public async Task Result_JustGivenBySomebody_IsTakenBackOnItsPage()
    {
        var (number, _) = await SampledAsync();
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync("/tasks/" + Read.Text(Read.Tasks(await CaseAsync(number), "take-sample", "completed")[0]["id"]));

        await browser.SendAsync("form:has([value=withdraw])", new() { ["reason"] = "编号写错" });

        browser.Status.ShouldBe(HttpStatusCode.OK);
        browser.TextOf("#bpm-notices").ShouldContain("已撤回");
        browser.TextOf(".bpm-task").ShouldContain("撤回了办理结果");
        Read.OpenSteps(await CaseAsync(number)).ShouldContain("take-sample");
        Read.OpenSteps(await CaseAsync(number)).ShouldNotContain("sample-result");
    }

    [Fact]
    public async Task Task_SentBack_IsDoneOver()
    {
        var (number, result) = await SampledAsync();
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync(result);
        await browser.SendAsync("form:has([value=claim])");

        await browser.SendAsync("form:has([value=send-back])", new() { ["reason"] = " " });
        browser.Status.ShouldBe(HttpStatusCode.BadRequest);
        browser.TextOf("#reason-error").ShouldContain("理由");
        await browser.SendAsync("form:has([value=send-back])", new() { ["reason"] = "样品破损，请重新采样" });

        browser.TextOf("#bpm-notices").ShouldContain("已退回");
        var seen = await CaseAsync(number);
        Read.Tasks(seen, "take-sample", "open").ShouldHaveSingleItem();
        Read.Tasks(seen, "sample-result", "cancelled").ShouldHaveSingleItem();
        await browser.GoAsync(result);
        browser.TextOf(".bpm-task").ShouldContain("退回到");
    }

    private async Task<(string Number, string Result)> SampledAsync()
    {
        var number = Read.Text((await product.Site.RegisterAsync("C01"))["number"]);
        var task = Read.Tasks(await CaseAsync(number), "take-sample", "open").ShouldHaveSingleItem();
        using var browser = await product.OpenAsync("a.quality");
        await browser.GoAsync("/tasks/" + Read.Text(task["id"]));
        await browser.SendAsync("form:has([value=claim])");
        await browser.SendAsync("form:has([name=outcome])", new() { ["f.place"] = "厨房水龙头", ["f.occurredAt"] = "" }, press: "Sampled");
        return (number, "/tasks/" + Read.Text(Read.Tasks(await CaseAsync(number), "sample-result", "open").ShouldHaveSingleItem()["id"]));
    }

    private async Task<System.Text.Json.Nodes.JsonNode> CaseAsync(string number) => await (await product.Site.AsAsync("a.hotline")).CaseAsync(number);
}
