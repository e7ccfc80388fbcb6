using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>The way of a case through the pages of those who handle it.</summary>
[Collection(OfficeCollection.Name)]
public sealed class TaskTests(Office office)
{
    [Fact]
    public async Task BurstPipe_FromTheCallToTheCallBack_GoesThroughThePages()
    {
        var number = await BurstAsync();

        await using (var crew = await office.OpenAsync("a.network", 375, 812))
        {
            await ClaimAsync(crew.Page, number, "赶到现场");
            await PressAsync(crew.Page, "已到达现场");
            await ClaimAsync(crew.Page, number, "抢修");
            await crew.Page.GetByLabel("维修情况").FillAsync("更换一段管道，已通水");
            await PressAsync(crew.Page, "已修复");
        }

        await using var agent = await office.OpenAsync("a.hotline");
        await agent.Page.GotoAsync("/worklists/follow-up");
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(number);
        await ClaimAsync(agent.Page, number, "回访");
        await PressAsync(agent.Page, "满意", exact: true);
        await agent.Page.GotoAsync($"/cases/{number}");
        await Assertions.Expect(agent.Page.GetByText("已办结", new() { Exact = true }).First).ToBeVisibleAsync();
        agent.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Task_TakenByAnother_SaysWhoHasIt()
    {
        var number = await BurstAsync();
        await using var one = await office.OpenAsync("a.network");
        await using var two = await office.OpenAsync("a.network.manager");
        foreach (var tab in new[] { one, two })
        {
            await tab.Page.GotoAsync($"/cases/{number}");
            await tab.Page.GetByRole(AriaRole.Link, new() { Name = "赶到现场" }).First.ClickAsync();
            await Assertions.Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "领取" })).ToBeVisibleAsync();
        }

        await one.Page.GetByRole(AriaRole.Button, new() { Name = "领取" }).ClickAsync();
        await Assertions.Expect(one.Page.GetByRole(AriaRole.Button, new() { Name = "已到达现场" })).ToBeVisibleAsync();
        await two.Page.GetByRole(AriaRole.Button, new() { Name = "领取" }).ClickAsync();

        await Assertions.Expect(two.Page.GetByText("该任务现由")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task DisciplineCase_ToTheChairmansInstruction_StaysWithItsPeople()
    {
        var number = (await office.PostAsync("b.discipline", "/api/complaints", System.Text.Json.Nodes.JsonNode.Parse(
            """{"kind":"complaint","channel":"written","category":"discipline","target":"营业厅","content":"收费时推诿扯皮","demand":"调查处理","customer":{"name":"孙女士","phone":"13500005555"}}""")!))["number"]!.GetValue<string>();
        await using (var hotline = await office.OpenAsync("b.hotline"))
        {
            await hotline.Page.GotoAsync($"/cases/{number}");
            await Assertions.Expect(hotline.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(number);
            await Assertions.Expect(hotline.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("推诿");
        }

        await using var chairman = await office.OpenAsync("b.chairman", 375, 812);
        await chairman.Page.GotoAsync("/discipline");
        await chairman.Page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Assertions.Expect(chairman.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("推诿");
        await chairman.Page.ReloadAsync();
        await Assertions.Expect(chairman.Page.GetByRole(AriaRole.Region, new() { Name = "查阅记录" })).ToContainTextAsync("2026-");
        chairman.Faults.ShouldBeEmpty();
    }

    private async Task<string> BurstAsync() => (await office.PostAsync("a.hotline", "/api/complaints", System.Text.Json.Nodes.JsonNode.Parse(
        """{"kind":"complaint","channel":"hotline","category":"pipe-repair","content":"路面冒水","attributes":{"zone":"urban","pipeDiameter":300},"customer":{"phone":"13700001111"}}""")!))["number"]!.GetValue<string>();

    // As people do it: from the desk's list of what their group has.
    private static async Task ClaimAsync(IPage page, string number, string title)
    {
        await page.GotoAsync($"/?scope=available&text={number}");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).Filter(new() { HasText = title });
        await row.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "领取", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "办理结果" })).ToBeVisibleAsync();
    }

    private static async Task PressAsync(IPage page, string outcome, bool exact = false)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = outcome, Exact = exact }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "办理结果" })).ToHaveCountAsync(0);
    }
}
