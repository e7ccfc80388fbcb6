using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Cases of utility B on their way through the hands of its staff, all of it in the pages.</summary>
[Collection(OfficeCollection.Name)]
public sealed class CaseOfBWalkTests(Office office)
{
    [Fact]
    public async Task ProductQuality_FromTheCallToTheLessons_PassesEveryHand()
    {
        string number;
        await using (var agent = await Desk.OfAsync(office, "b.hotline"))
        {
            number = await agent.RegisterAsync("96568热线", "product-quality", () => FillAsync(agent, "自来水", "自来水有异味"));
            await agent.TakeAsync(number, "审核投诉");
            await agent.ChooseAsync("承办单位", "城区供水营业所");
            await agent.EndAsync("受理");
        }

        await office.AdvanceAsync("PT73H");
        await using (var manager = await Desk.OfAsync(office, "b.manager"))
        {
            await manager.MenuAsync("督办");
            await Assertions.Expect(manager.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).First).ToContainTextAsync("超期");
        }

        await using (var unit = await Desk.OfAsync(office, "b.unit1"))
        {
            await HandleAsync(unit, number);
        }

        await using (var agent = await Desk.OfAsync(office, "b.hotline"))
        {
            await agent.MenuAsync("回访");
            await Assertions.Expect(agent.Main).ToContainTextAsync(number);
            await agent.DoAsync(number, "电话回访顾客", "满意");
            await agent.Page.GotoAsync($"/cases/{number}");
            await Assertions.Expect(agent.Main.GetByText("已办结", new() { Exact = true }).First).ToBeVisibleAsync();
        }

        await using (var unit = await Desk.OfAsync(office, "b.unit1"))
        {
            await LearnAsync(unit, number);
        }
    }

    [Fact]
    public async Task Discipline_FromTheCallToTheRecord_PassesEveryHandAndTheChairmanInTwoTaps()
    {
        string number;
        await using (var agent = await Desk.OfAsync(office, "b.hotline"))
        {
            number = await agent.RegisterAsync("96568热线", "discipline", () => FillAsync(agent, "营业厅", "收费人员推诿扯皮"));
            await agent.TakeAsync(number, "审核投诉");
            await agent.EndAsync("受理");
            await agent.Page.GotoAsync($"/cases/{number}");
            await Assertions.Expect(agent.Main).ToContainTextAsync(number);
            await Assertions.Expect(agent.Main).Not.ToContainTextAsync("推诿");
        }

        await using (var inspector = await Desk.OfAsync(office, "b.discipline"))
        {
            await inspector.MenuAsync("纪检监察");
            await Assertions.Expect(inspector.Main).ToContainTextAsync(number);
            await inspector.TakeAsync(number, "调查核实");
            await inspector.WriteAsync("调查结果", "调取录音，反映情况属实");
            await inspector.ChooseAsync("被投诉单位", "供水安装公司");
            await inspector.EndAsync("属实");
        }

        await using (var director = await Desk.OfAsync(office, "b.director"))
        {
            await director.TakeAsync(number, "提交初步调查意见");
            await director.WriteAsync("初步调查意见", "建议责令整改并向顾客致歉");
            await director.EndAsync("报董事长");
        }

        (await InstructByThumbAsync(number)).ShouldBe(2);

        await using (var unit = await Desk.OfAsync(office, "b.unit2"))
        {
            await HandleAsync(unit, number);
        }

        await using (var director = await Desk.OfAsync(office, "b.director"))
        {
            await director.TakeAsync(number, "纪检监察室组织回访");
            await director.WriteAsync("反馈热线的处理意见", "已责令整改，并向顾客致歉");
            await director.EndAsync("满意");
        }

        await using (var dispatcher = await Desk.OfAsync(office, "b.dispatcher"))
        {
            await dispatcher.TakeAsync(number, "记录处理意见");
            await Assertions.Expect(dispatcher.Main).ToContainTextAsync("已责令整改，并向顾客致歉");
            await Assertions.Expect(dispatcher.Main).Not.ToContainTextAsync("调取录音");
            await dispatcher.WriteAsync("处理意见记录", "已整改并致歉");
            await dispatcher.EndAsync("已记录");
        }

        await using (var unit = await Desk.OfAsync(office, "b.unit2"))
        {
            await LearnAsync(unit, number);
        }

        await using (var director = await Desk.OfAsync(office, "b.director"))
        {
            await director.MenuAsync("纪检监察");
            await director.Main.GetByRole(AriaRole.Link, new() { Name = "已办结" }).ClickAsync();
            await director.Main.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
            var readers = director.Main.GetByRole(AriaRole.Region, new() { Name = "查阅记录" });
            await Assertions.Expect(readers).ToContainTextAsync("董文");
            await Assertions.Expect(readers).ToContainTextAsync("沈浩");
        }
    }

    // From the page that signing in leads to.
    private async Task<int> InstructByThumbAsync(string number)
    {
        await using var profile = await office.NewProfileAsync(375, 812);
        await using var chairman = await Desk.InAsync(profile, office, "b.chairman");
        var taps = 0;
        await TapAsync(chairman.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).GetByRole(AriaRole.Link, new() { Name = "董事长批示" }));
        await Assertions.Expect(chairman.Main).ToContainTextAsync("建议责令整改");
        await Assertions.Expect(chairman.Main.GetByLabel("责任单位")).ToHaveValueAsync("unit2");
        await TapAsync(chairman.Outcomes.GetByRole(AriaRole.Button, new() { Name = "已批示" }));
        await Assertions.Expect(chairman.Notice).ToContainTextAsync("已办结：已批示");
        return taps;

        async Task TapAsync(ILocator target)
        {
            await target.TapAsync();
            taps++;
        }
    }

    private static async Task FillAsync(Desk agent, string target, string content)
    {
        await agent.WriteAsync("联系电话", "13544440001");
        await agent.WriteAsync("投诉对象", target);
        await agent.WriteAsync("投诉内容", content);
        await agent.WriteAsync("投诉要求", "调查处理并答复");
    }

    private static async Task HandleAsync(Desk unit, string number)
    {
        await unit.TakeAsync(number, "责任单位处理");
        await unit.WriteAsync("投诉的具体原因", "管理不到位");
        await unit.WriteAsync("具体责任人", "班长");
        await unit.AnswerAsync("已与顾客沟通", "是");
        await unit.WriteAsync("处理结果", "已整改");
        await unit.EndAsync("处理完毕");
    }

    private static async Task LearnAsync(Desk unit, string number)
    {
        await unit.TakeAsync(number, "投诉处理总结");
        await unit.WriteAsync("处理过程总结与教训", "加强巡查");
        await unit.WriteAsync("改进措施", "每周检查");
        await unit.EndAsync("提交");
    }
}
