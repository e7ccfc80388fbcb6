using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Those who look after people and rosters on a usual day.</summary>
[Collection(OfficeCollection.Name)]
public sealed class KeepersTests(Office office)
{
    [Theory]
    [InlineData("a.admin", "a.it")]
    [InlineData("b.admin", "b.unit2")]
    public async Task Administrator_ChangesAPersonAndARoster_InThePages(string user, string person)
    {
        await using var desk = await Desk.OfAsync(office, user);
        await desk.MenuAsync("管理");
        await desk.Page.GotoAsync($"/admin/people/{person}");
        await desk.WriteAsync("姓名", "改名");
        await desk.PressAsync("保存");
        await Assertions.Expect(desk.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("改名");

        await desk.Page.GotoAsync("/admin/rosters");
        await desk.Main.GetByText("修改班次表").First.ClickAsync();
        await desk.WriteAsync("名称", "值班表（试）");
        await desk.Main.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
        await Assertions.Expect(desk.Main.GetByRole(AriaRole.Heading, new() { Name = "值班表（试）" })).ToBeVisibleAsync();
    }
}
