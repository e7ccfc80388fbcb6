using Bpm.EndToEnd.Tests.Browsing;
using Microsoft.Playwright;

namespace Bpm.EndToEnd.Tests.Staff;

/// <summary>Cases of utility A on their way through the hands of its staff, all of it in the pages.</summary>
[Collection(OfficeCollection.Name)]
public sealed class CaseOfAWalkTests(Office office)
{
    [Fact]
    public async Task LowPressure_FromTheCallToTheCallBack_PassesEveryHand()
    {
        string number;
        await using (var agent = await Desk.OfAsync(office, "a.hotline"))
        {
            number = await agent.RegisterAsync("热线电话", "supply", async () =>
            {
                await agent.WriteAsync("联系电话", "13633330001");
                await agent.ChooseAsync("问题", "水压");
                await agent.WriteAsync("投诉内容", "三楼以上早晚没有水");
            });
            await agent.DoAsync(number, "首次答复客户", "已答复");
            await agent.TakeAsync(number, "电话通知部门负责人");
            await agent.WriteAsync("接听人", "王经理");
            await agent.EndAsync("已通知");
        }

        await office.AdvanceAsync("PT25H");
        await using (var supervisor = await Desk.OfAsync(office, "a.supervisor"))
        {
            await supervisor.MenuAsync("督办");
            var overdue = supervisor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number }).Filter(new() { Has = supervisor.Page.GetByText("催办", new() { Exact = true }) }).First;
            await Assertions.Expect(overdue).ToContainTextAsync("超期");
            await Assertions.Expect(overdue).ToContainTextAsync("管网部");
            await overdue.GetByText("催办", new() { Exact = true }).ClickAsync();
            await overdue.GetByLabel("催办理由").FillAsync("客户再次来电，请今日到场");
            await overdue.GetByRole(AriaRole.Button, new() { Name = "发出催办" }).ClickAsync();
            await Assertions.Expect(supervisor.Notice).ToContainTextAsync("已催办");
        }

        await using (var manager = await Desk.OfAsync(office, "a.manager"))
        {
            await manager.MenuAsync("督办");
            await manager.Main.GetByRole(AriaRole.Link, new() { Name = "按人员" }).ClickAsync();
            await Assertions.Expect(manager.Main.GetByRole(AriaRole.Heading, new() { Name = "各人员" })).ToBeVisibleAsync();
            await manager.MenuAsync("报表");
            await manager.Main.GetByRole(AriaRole.Link, new() { Name = "逾期未处理明细表" }).ClickAsync();
            await Assertions.Expect(manager.Main).ToContainTextAsync(number);
        }

        await using (var crew = await Desk.OnPhoneAsync(office, "a.network"))
        {
            await crew.TakeAsync(number, "现场查看");
            await Assertions.Expect(crew.Main).ToContainTextAsync("已催办 1 次");
            await crew.ChooseAsync("地势", "高");
            await crew.AnswerAsync("有二次供水", "否");
            await crew.WriteAsync("二次供水建设单位", "无");
            await crew.ChooseAsync("维修责任", "我公司");
            await crew.EndAsync("已查看并记录");
            await crew.TakeAsync(number, "维修");
            await Assertions.Expect(crew.Main.GetByRole(AriaRole.Region, new() { Name = "案件" })).ToContainTextAsync("现场查看");
            await crew.WriteAsync("维修情况", "更换减压阀，水压恢复");
            await crew.EndAsync("已修复");
        }

        await using (var agent = await Desk.OfAsync(office, "a.hotline"))
        {
            await agent.Page.GotoAsync("/worklists/follow-up");
            await Assertions.Expect(agent.Main).ToContainTextAsync(number);
            await agent.TakeAsync(number, "电话回访客户");
            await Assertions.Expect(agent.Main).ToContainTextAsync("更换减压阀");
            await agent.WriteAsync("客户意见", "满意，谢谢");
            await agent.EndAsync("满意");
            await agent.Page.GotoAsync($"/cases/{number}");
            await Assertions.Expect(agent.Main.GetByText("已办结", new() { Exact = true }).First).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Letter_FromTheOfficeToItsAnswer_PassesEveryHand()
    {
        string number;
        await using (var clerk = await Desk.OfAsync(office, "a.office"))
        {
            number = await clerk.RegisterAsync("市长信箱", "meter-data", async () =>
            {
                await clerk.WriteAsync("投诉内容", "来信反映水表读数与账单不符");
                await clerk.Main.GetByLabel("添加附件").SetInputFilesAsync(Picture.Of("来信.png"));
            });
        }

        await using (var agent = await Desk.OfAsync(office, "a.hotline"))
        {
            await agent.TakeAsync(number, "登记信函并派单");
            await agent.ChooseAsync("登记系统", "汇尼系统");
            await agent.EndAsync("已登记");
        }

        await using (var meter = await Desk.OfAsync(office, "a.meter"))
        {
            await meter.TakeAsync(number, "提供信息");
            await meter.WriteAsync("提供的信息", "经复核读数无误");
            await meter.EndAsync("已提供信息");
        }

        await using (var clerk = await Desk.OfAsync(office, "a.office"))
        {
            await clerk.TakeAsync(number, "正式书面答复");
            await clerk.WriteAsync("回复内容", "经复核，读数无误，账单正确。");
            await clerk.EndAsync("已书面回复");
        }
    }

    [Fact]
    public async Task Question_ThatNeedsASuperior_IsAnsweredFromTheListOfQuestions()
    {
        string number;
        await using (var agent = await Desk.OfAsync(office, "a.hotline2"))
        {
            number = await agent.RegisterAsync("热线电话", "violation", () => agent.WriteAsync("投诉内容", "有人私接消火栓取水"));
            await agent.TakeAsync(number, "首次答复客户");
            await agent.WriteAsync("请示内容", "举报奖励如何答复？");
            await agent.EndAsync("请示上级");
        }

        foreach (var looksOnly in new[] { "a.deputy", "a.manager" })
        {
            await using var desk = await Desk.OfAsync(office, looksOnly);
            await desk.MenuAsync("请示");
        }

        await using (var supervisor = await Desk.OfAsync(office, "a.supervisor"))
        {
            await supervisor.MenuAsync("请示");
            var asked = supervisor.Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = number });
            await asked.GetByRole(AriaRole.Checkbox).CheckAsync();
            await supervisor.WriteAsync("指导意见", "按公布的办法答复");
            await supervisor.PressAsync("已给出指导");
            await Assertions.Expect(supervisor.Notice).ToContainTextAsync("办理了 1 项");
        }
    }

    /// <summary>What each department does with what it is given: who, what is registered, the steps with what is filled in and how they end.</summary>
    public static TheoryData<string, string, string, string> Departments => new()
    {
        { "a.meter", """{"category":"meter-data"}""", "部门处理", "处理结果或进展=已复核|已处理并答复" },
        { "a.engineering", """{"category":"installation"}""", "部门处理", "处理结果或进展=本周完工|反馈办理进展" },
        { "a.inspection", """{"category":"violation"}""", "部门处理", "处理结果或进展=已查处|已处理并答复" },
        { "a.quality", """{"category":"water-quality"}""", "现场采样", "采样地点=厨房水龙头|已采样" },
        { "a.network.manager", """{"category":"pipe-repair","attributes":{"zone":"urban"}}""", "赶到现场", "现场情况=阀门井积水，无漏水|现场无故障" },
        { "a.it", """{"kind":"fault","category":"system-fault","attributes":{"system":"huini"}}""", "解决故障", "故障原因与处理情况=重启服务|已解决" },
        { "a.tech", """{"kind":"fault","category":"system-fault","attributes":{"system":"gis"}}""", "解决故障", "故障原因与处理情况=恢复数据库|已解决" },
    };

    [Theory]
    [MemberData(nameof(Departments))]
    public async Task Department_TakesItsTask_FillsInItsFormAndEndsIt(string user, string complaint, string title, string work)
    {
        var number = await office.RegisterAsync("a.hotline", complaint);
        await using var desk = await Desk.OfAsync(office, user);
        await desk.TakeAsync(number, title);
        var (written, outcome) = work.Split('|') is [var first, var last] ? (first.Split('='), last) : throw new ArgumentException(work, nameof(work));
        await desk.WriteAsync(written[0], written[1]);

        await desk.EndAsync(outcome);

        await desk.Page.GotoAsync("/?scope=done&text=" + number);
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number })).ToContainTextAsync(outcome);
    }
}
