using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Definitions;

/// <summary>A process admin looks something up: from the menu to Studio's list, and to a definition's history.</summary>
[Collection(DesignersCollection.Name)]
public sealed class HistoryTests(Designers designers)
{
    // Definitions that no other test changes: names are changed, and come with another version.
    [Theory]
    [InlineData("a.process", "xx-water-wechat-check", "微信回复每日检查")]
    [InlineData("b.process", "liaocheng-water-discipline", "违规违纪")]
    public async Task Menu_ToTheListAndToADefinitionsHistory_LeadsThere(string user, string definition, string name)
    {
        await using var tab = await designers.OpenAsync(user);
        await tab.Page.GotoAsync("/me");
        await tab.Page.GetByRole(AriaRole.Navigation, new() { Name = "主菜单" }).GetByRole(AriaRole.Link, new() { Name = "流程", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/studio/definitions");
        await tab.Page.Locator("#bpm-studio").GetByRole(AriaRole.Row).Nth(1).WaitForAsync();
        (await tab.BarriersAsync()).ShouldBeEmpty();

        await tab.Page.GotoAsync($"/studio/definitions/{definition}/versions");

        var main = tab.Page.GetByRole(AriaRole.Main);
        await Assertions.Expect(main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name);
        await Assertions.Expect(main.GetByRole(AriaRole.Navigation, new() { Name = "此流程" }).GetByRole(AriaRole.Link, new() { Name = "版本", Exact = true })).ToHaveAttributeAsync("aria-current", "page");
        await Assertions.Expect(main.GetByRole(AriaRole.Row).Filter(new() { HasText = "已发布" })).ToHaveCountAsync(1);
        tab.Faults.ShouldBeEmpty();
    }
}
