using System.Text.Json.Nodes;
using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C02: a WeChat complaint about a meter reading before a make-up Saturday, by every branch (A §四.2).</summary>
public sealed class MeterDataWalkTests(MeterDataWalkTests.Product product) : IClassFixture<MeterDataWalkTests.Product>
{
    [Fact]
    public async Task Registration_AtReceipt_ShowsTheListedClocks()
    {
        var registered = await product.Site.RegisterAsync("C02");
        foreach (var (rule, due) in Samples.Clocks("C02"))
            Read.Moment(Read.Clocks(registered, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
        Read.OpenSteps(registered).ShouldBe(["call-department", "department-handling", "first-reply"]);
    }

    [Fact]
    public async Task WechatCase_Answered_ClosesWithASecondReplyAndNoCall()
    {
        var walked = await product.WalkAsync("C02", Plan.First);
        walked.ShouldHaveGone("department-handling:Answered", "reply-customer:Replied").ShouldBeClosed()
            .ShouldHaveClocks("A-2.1b", "met").ShouldHaveClocks("A-4.2", "met").ShouldHaveClocks("A-2.1c", "met");
        walked.DoerOf("department-handling").ShouldBe("a.meter");
        Read.Tasks(walked.Case, "follow-up").ShouldBeEmpty();
    }

    [Fact]
    public async Task Department_ReportsProgressThenAnswers_RepliesTwice()
    {
        var walked = await product.WalkAsync("C02", Plan.First.With("department-handling", "ProgressReported", "Answered"));
        walked.Trail.ShouldBe(
            ["department-handling:ProgressReported", "reply-customer:Replied", "department-handling:Answered", "reply-customer:Replied"], ignoreOrder: true);
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.2", "met").ShouldHaveClocks("A-2.1c", "met", "met");
    }

    [Fact]
    public async Task Department_ReportsProgress_KeepsItsOwnClockRunning()
    {
        var registered = await product.Site.RegisterAsync("C02");
        var plan = Plan.First.With("department-handling", "ProgressReported").Leaving("first-reply", "call-department", "reply-customer");
        var driver = new CaseDriver(product.Site, registered, plan);
        await driver.StepAsync();
        var walked = new Walked(driver, await product.CaseAsync(registered));
        walked.ShouldHaveClocks("A-4.2", "running").ShouldHaveClocks("A-2.1c", "running")
            .ShouldWaitFor("first-reply", "call-department", "reply-customer", "department-handling");
    }

    [Fact]
    public async Task Department_AnswersBySms_IsRecordedByTheAgentAndBackFilledByTheHead()
    {
        var walked = await product.WalkAsync("C02", Plan.First.With("department-handling", "AnsweredBySms"));
        walked.Trail.ShouldBe(["department-handling:AnsweredBySms", "reply-customer:Replied", "back-fill:BackFilled"], ignoreOrder: true);
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.2", "met").ShouldHaveClocks("A-3.3c", "met").ShouldHaveClocks("A-2.1c", "met");
        walked.DoerOf("department-handling").ShouldBe("a.hotline");
        walked.DoerOf("back-fill").ShouldBe("a.meter");
    }

    [Fact]
    public async Task BackFill_NotDone_HoldsTheCaseOpen()
    {
        var walked = await product.WalkAsync("C02", Plan.First.With("department-handling", "AnsweredBySms").Leaving("back-fill", "call-department", "first-reply"));
        Read.Text(walked.Case["status"]).ShouldBe("open");
        walked.ShouldHaveClocks("A-3.3c", "running").ShouldHaveClocks("A-4.2", "met");
        (await product.GoOnAsync(walked, Plan.First)).ShouldBeClosed().ShouldHaveClocks("A-3.3c", "met");
    }

    [Fact]
    public async Task Misroute_OnceAndTwice_KeepsTheDueTime()
    {
        var walked = await product.WalkAsync(
            "C02", Plan.First.With("department-handling", "Returned", "Returned", "Answered").With("superior-guidance", "Routed"));
        walked.ShouldHaveGone(
            "department-handling:Returned", "re-route:Forwarded", "department-handling:Returned", "superior-guidance:Routed",
            "department-handling:Answered", "reply-customer:Replied").ShouldBeClosed().ShouldHaveClocks("A-4.2", "met");
        walked.Due("A-4.2").ShouldBe([Samples.Clocks("C02")["A-4.2"]]);
    }

    [Fact]
    public async Task Misroute_ForwardedToAnotherDepartment_IsHandledThere()
    {
        var walked = await product.WalkAsync(
            "C02", Plan.First.With("department-handling", "Returned", "Answered").Filling("department", "inspection"));
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.2", "met");
        walked.DoerOf("department-handling").ShouldBe("a.meter");
        walked.DoerOf("department-handling", 2).ShouldBe("a.inspection");
    }

    [Fact]
    public async Task HotlineCase_NotSatisfiedThreeTimes_EndsByDecision()
    {
        var walked = await product.WalkAsync("C02", Plan.First.With("follow-up", "NotSatisfied"), ByHotline);
        walked.Trail.ShouldBe([
            "department-handling:Answered", "follow-up:NotSatisfied", "department-handling:Answered", "follow-up:NotSatisfied",
            "department-handling:Answered", "follow-up:NotSatisfied", "managed-end:Ended", "closing-check:Confirmed",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.2", "met", "met", "met").ShouldHaveClocks("A-2.1c", "met", "met", "met");
    }

    [Fact]
    public async Task HotlineCase_SmsThenNotSatisfied_GoesAnotherRound()
    {
        var walked = await product.WalkAsync(
            "C02", Plan.First.With("department-handling", "AnsweredBySms", "Answered").With("follow-up", "NotSatisfied", "Satisfied"), ByHotline);
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.2", "met", "met").ShouldHaveClocks("A-3.3c", "met");
    }

    [Fact]
    public async Task CounterCase_HasNoFirstReplyDuty()
    {
        var walked = await product.WalkAsync("C02", Plan.First, body => body["channel"] = "counter");
        walked.ShouldHaveGone("department-handling:Answered", "follow-up:Satisfied").ShouldBeClosed().ShouldHaveClocks("A-2.1b");
        Read.Tasks(walked.Case, "first-reply").ShouldBeEmpty();
    }

    private static void ByHotline(JsonObject body) => body["channel"] = "hotline";

    public sealed class Product() : RunningProduct("2026-02-13T10:00:00+08:00");
}
