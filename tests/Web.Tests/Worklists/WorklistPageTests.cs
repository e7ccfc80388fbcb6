using System.Net;
using Bpm.Application.Complaints;

namespace Bpm.Web.Tests.Worklists;

[Collection(WebCollection.Name)]
public sealed class WorklistPageTests(WebProduct product)
{
    [Fact]
    public async Task LikeTasks_Ticked_AreDecidedInOneGo()
    {
        string[] asked = [await AskAsync(), await AskAsync()];
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/worklists/guidance");
        foreach (var number in asked)
            browser.Words.ShouldContain(number);
        var ids = browser.Page.QuerySelectorAll("li.bpm-worklist-task").Where(item => asked.Any(number => item.TextContent.Contains(number, StringComparison.Ordinal)))
            .Select(item => item.QuerySelector("input[name=task]")!.GetAttribute("value")!);

        await browser.SendAsync("form.bpm-worklist-step", new() { ["task"] = string.Join('\n', ids), ["f.text"] = "按阶梯水价文件答复", ["comment"] = "" }, press: "Answered");

        browser.TextOf("#bpm-notices").ShouldBe("办理了 2 项。");
        foreach (var number in asked)
            browser.Words.ShouldNotContain(number);
    }

    [Fact]
    public async Task Decision_WithoutWhatItNeeds_IsToldForEachTask()
    {
        var number = await AskAsync();
        using var browser = await product.OpenAsync("a.supervisor");
        await browser.GoAsync("/worklists/guidance");
        var id = browser.Page.QuerySelectorAll("li.bpm-worklist-task").First(item => item.TextContent.Contains(number, StringComparison.Ordinal)).QuerySelector("input[name=task]")!.GetAttribute("value")!;

        await browser.SendAsync("form.bpm-worklist-step", new() { ["task"] = id, ["f.text"] = "" }, press: "Answered");

        browser.TextOf("main [role=status]").ShouldContain("1 项没有办成");
        browser.TextOf("main [role=status]").ShouldContain("指导意见");
        browser.TextOf("main").ShouldContain(number);
    }

    [Theory]
    [InlineData("a.network", "/worklists/guidance")]
    [InlineData("a.supervisor", "/worklists/nowhere")]
    [InlineData("b.manager", "/worklists/instructions")]
    public async Task List_ForOthers_IsNotThere(string user, string path)
    {
        using var browser = await product.OpenAsync(user);

        await browser.GoAsync(path);

        browser.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> AskAsync()
    {
        var complaint = await product.RunAsync("a.hotline", new RegisterComplaint
        {
            Kind = "consultation",
            Channel = "hotline",
            Category = "billing",
            Content = "阶梯水价从哪天执行",
            Customer = new(null, null, null, null, true),
        });
        var reply = complaint.Tasks.First(task => task.State == "open");
        await product.RunAsync("a.hotline", new Bpm.Application.Tasks.DecideTask(
            reply.Id, "AskSuperior", new Dictionary<string, System.Text.Json.JsonElement> { ["question"] = System.Text.Json.JsonSerializer.SerializeToElement("怎样答复") }, null));
        return complaint.Number;
    }
}
