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
        // Named back afterwards: others look for the same people and rosters.
        await desk.Page.GotoAsync($"/admin/people/{person}");
        foreach (var name in (string[])["改名", await desk.ReadAsync("姓名")])
        {
            await desk.WriteAsync("姓名", name);
            await desk.PressAsync("保存");
            await Assertions.Expect(desk.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        }

        await desk.Page.GotoAsync("/admin/rosters");
        await desk.Main.GetByText("修改班次表").First.ClickAsync();
        foreach (var name in (string[])["值班表（试）", await desk.ReadAsync("名称")])
        {
            await desk.Page.GotoAsync("/admin/rosters");
            await desk.Main.GetByText("修改班次表").First.ClickAsync();
            await desk.WriteAsync("名称", name);
            await desk.Main.GetByRole(AriaRole.Button, new() { Name = "保存" }).First.ClickAsync();
            await Assertions.Expect(desk.Main.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true })).ToBeVisibleAsync();
        }
    }
}
