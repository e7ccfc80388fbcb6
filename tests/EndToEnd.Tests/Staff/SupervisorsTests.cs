using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>A usual day of those above the supervisor: their level of the daily check, and who is late.</summary>
[Collection(OfficeCollection.Name)]
public sealed class SupervisorsTests(Office office)
{
    [Theory]
    [InlineData("a.deputy")]
    [InlineData("a.manager")]
    public async Task Superior_ChecksYesterdaysRepliesAndLooksWhoIsLate(string user)
    {
        var number = await office.RegisterAsync("a.hotline", """{"category":"supply","channel":"counter","attributes":{"issue":"no-water"}}""");
        await office.AdvanceAsync("PT24H");
        await using var desk = await Desk.OfAsync(office, user);

        await desk.MenuAsync("微信检查");
        await desk.Main.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await desk.AnswerAsync("回复及时", "是");
        await desk.AnswerAsync("回复妥当", "否");
        await desk.WriteAsync("发现的问题", "未说明停水原因");
        await desk.PressAsync("已检查");
        await Assertions.Expect(desk.Notice).ToContainTextAsync("办理了 1 项");
        await desk.Page.GotoAsync("/?scope=done");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("检查微信回复");

        await desk.MenuAsync("督办");
        await desk.ChooseAsync("责任部门", "管网部");
        // Few come to the counter: what other tests left behind fills no page of it.
        await desk.ChooseAsync("受理渠道", "营业窗口");
        await desk.ChooseAsync("时限状态", "已逾期");
        await desk.PressAsync("筛选");
        var late = desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).First;
        await Assertions.Expect(late).ToContainTextAsync("超期");
        await late.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await Assertions.Expect(desk.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(number);
    }
}
