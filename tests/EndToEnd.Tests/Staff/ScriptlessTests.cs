using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>A browser that runs no script does the day's work all the same.</summary>
[Collection(OfficeCollection.Name)]
public sealed class ScriptlessTests(Office office)
{
    [Fact]
    public async Task Work_WithoutScript_IsReadRegisteredAndDone()
    {
        await using var agentsProfile = await office.NewProfileAsync(1440, 900, script: false);
        await using var agent = await Desk.InAsync(agentsProfile, office, "a.hotline");
        await Assertions.Expect(agent.Main.GetByRole(AriaRole.Heading, new() { Name = "工作台" })).ToBeVisibleAsync();
        var number = await agent.RegisterAsync("热线电话", "meter-data", async () =>
        {
            await agent.WriteAsync("联系电话", "13644440009");
            await agent.WriteAsync("投诉内容", "读数有误");
        });
        await agent.Page.GotoAsync($"/cases/{number}");
        await Assertions.Expect(agent.Main).ToContainTextAsync("读数有误");

        await using var departmentsProfile = await office.NewProfileAsync(375, 812, script: false);
        await using var department = await Desk.InAsync(departmentsProfile, office, "a.meter");
        await department.TakeAsync(number, "部门处理");
        await department.WriteAsync("处理结果或进展", "已复核");
        await department.EndAsync("已处理并答复");
    }
}
