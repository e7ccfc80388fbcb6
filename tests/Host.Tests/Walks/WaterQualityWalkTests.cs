using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C01: a hotline complaint about water quality on the eve of the National Day holiday, by every branch (A §四.5).</summary>
public sealed class WaterQualityWalkTests(WaterQualityWalkTests.Product product) : IClassFixture<WaterQualityWalkTests.Product>
{
    private static readonly string[] _round = ["take-sample:Sampled", "sample-result:ResultReady"];

    [Fact]
    public async Task Registration_AtReceipt_ShowsTheListedClocks()
    {
        var registered = await product.Site.RegisterAsync("C01");
        Read.Moment(registered["receivedAt"]).ShouldBe(Samples.ReceivedAt("C01"));
        foreach (var (rule, due) in Samples.Clocks("C01"))
        {
            var clock = Read.Clocks(registered, rule).ShouldHaveSingleItem();
            Read.Moment(clock["dueAt"]).ShouldBe(due, rule);
            Read.Moment(clock["startedAt"]).ShouldBe(Samples.ReceivedAt("C01"), rule);
            Read.Text(clock["state"]).ShouldBe("running");
            clock["estimated"]!.GetValue<bool>().ShouldBeFalse();
        }

        Read.OpenSteps(registered).ShouldBe(["call-department", "first-reply", "take-sample"]);
        Read.Text(Read.Clocks(registered, "A-4.5")[0]["explanation"]).ShouldContain("国庆节");
    }

    [Fact]
    public async Task Case_CustomerSatisfied_Closes()
    {
        var walked = await product.WalkAsync("C01", Plan.First);
        walked.ShouldHaveGone([.. _round, "follow-up:Satisfied"]).ShouldBeClosed()
            .ShouldHaveClocks("A-2.1b", "met").ShouldHaveClocks("A-4.5", "met").ShouldHaveClocks("A-2.1c", "met");
        walked.Driver.Trail().ShouldContain("first-reply:Replied");
        walked.Driver.Trail().ShouldContain("call-department:Called");
        walked.DoerOf("take-sample").ShouldBe("a.quality");
    }

    [Fact]
    public async Task Case_DepartmentNotReachedByPhone_ClosesAllTheSame() =>
        (await product.WalkAsync("C01", Plan.First.With("call-department", "NoAnswer"))).ShouldBeClosed();

    [Fact]
    public async Task Case_NobodyCallsTheDepartment_ClosesAndCancelsTheCall()
    {
        var walked = await product.WalkAsync("C01", Plan.First.Leaving("call-department"));
        walked.ShouldBeClosed();
        Read.Tasks(walked.Case, "call-department", "cancelled").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Case_NotSatisfiedOnce_GoesAnotherRound()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("follow-up", "NotSatisfied", "Satisfied"));
        walked.ShouldHaveGone([.. _round, "follow-up:NotSatisfied", .. _round, "follow-up:Satisfied"]).ShouldBeClosed()
            .ShouldHaveClocks("A-4.5", "met", "met").ShouldHaveClocks("A-2.1c", "met", "met").ShouldHaveClocks("A-2.1b", "met");
        walked.Due("A-4.5").ShouldAllBe(due => due == Samples.Clocks("C01")["A-4.5"]);
    }

    [Fact]
    public async Task Case_ThirdTimeNotSatisfied_EndsByDecisionOfTheManager()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("follow-up", "NotSatisfied"));
        walked.ShouldHaveGone([
                .. _round, "follow-up:NotSatisfied", .. _round, "follow-up:NotSatisfied", .. _round, "follow-up:NotSatisfied",
                "managed-end:Ended", "closing-check:Confirmed",
            ]).ShouldBeClosed().ShouldHaveClocks("A-4.5", "met", "met", "met").ShouldHaveClocks("A-2.1c", "met", "met", "met");
        walked.DoerOf("managed-end").ShouldBe("a.manager");
        walked.DoerOf("closing-check").ShouldBe("a.supervisor");
    }

    [Fact]
    public async Task ManagedEnd_Redo_GoesAnotherRound()
    {
        var walked = await product.WalkAsync(
            "C01", Plan.First.With("follow-up", "NotSatisfied", "NotSatisfied", "NotSatisfied", "Satisfied").With("managed-end", "Redo"));
        walked.Trail.Skip(9).ShouldBe(["managed-end:Redo", .. _round, "follow-up:Satisfied"]);
        walked.ShouldBeClosed().ShouldHaveClocks("A-4.5", "met", "met", "met", "met");
    }

    [Fact]
    public async Task ManagedEnd_SecondPersonRejects_IsDecidedAgain()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("follow-up", "NotSatisfied").With("closing-check", "Rejected", "Confirmed"));
        walked.Trail.Skip(9).ShouldBe(["managed-end:Ended", "closing-check:Rejected", "managed-end:Ended", "closing-check:Confirmed"]);
        walked.ShouldBeClosed();
    }

    [Fact]
    public async Task Misroute_Once_IsForwardedWithTheDueTimeUnchanged()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("take-sample", "Returned", "Sampled"));
        walked.ShouldHaveGone(["take-sample:Returned", "re-route:Forwarded", .. _round, "follow-up:Satisfied"]).ShouldBeClosed().ShouldHaveClocks("A-4.5", "met");
        walked.Due("A-4.5").ShouldBe([Samples.Clocks("C01")["A-4.5"]]);
        walked.DoerOf("re-route").ShouldBeOneOf("a.hotline", "a.hotline2");
    }

    [Fact]
    public async Task Misroute_Twice_IsDecidedByTheSuperior()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("take-sample", "Returned", "Returned", "Sampled").With("superior-guidance", "Routed"));
        walked.ShouldHaveGone(["take-sample:Returned", "re-route:Forwarded", "take-sample:Returned", "superior-guidance:Routed", .. _round, "follow-up:Satisfied"]).ShouldBeClosed()
            .ShouldHaveClocks("A-4.5", "met").ShouldHaveClocks("A-5.5", "met");
        walked.DoerOf("superior-guidance").ShouldBe("a.supervisor");
    }

    [Fact]
    public async Task Reroute_AgentAsksAndIsAnswered_ForwardsThen()
    {
        var walked = await product.WalkAsync(
            "C01", Plan.First.With("take-sample", "Returned", "Sampled").With("re-route", "AskSuperior", "Forwarded").With("superior-guidance", "Answered"));
        walked.ShouldHaveGone(["take-sample:Returned", "re-route:AskSuperior", "superior-guidance:Answered", "re-route:Forwarded", .. _round, "follow-up:Satisfied"]).ShouldBeClosed();
    }

    [Fact]
    public async Task Reroute_SuperiorRoutes_GoesToTheDepartment()
    {
        var walked = await product.WalkAsync(
            "C01", Plan.First.With("take-sample", "Returned", "Sampled").With("re-route", "AskSuperior").With("superior-guidance", "Routed"));
        walked.ShouldHaveGone(["take-sample:Returned", "re-route:AskSuperior", "superior-guidance:Routed", .. _round, "follow-up:Satisfied"]).ShouldBeClosed();
    }

    [Theory]
    [InlineData("Answered")]
    [InlineData("Routed")]
    public async Task FirstReply_AgentAsksTheSuperior_ComesBackWithItsClockRunning(string guidance)
    {
        var asked = await product.WalkAsync(
            "C01", Plan.First.With("first-reply", "AskSuperior").Leaving("superior-guidance", "take-sample", "call-department"));
        asked.ShouldHaveClocks("A-2.1b", "running").ShouldHaveClocks("A-5.5", "running");
        var walked = await product.GoOnAsync(asked, Plan.First.With("superior-guidance", guidance));
        walked.Driver.Trail("call-department").ShouldBe(
            [$"superior-guidance:{guidance}", "first-reply:Replied", .. _round, "follow-up:Satisfied"], ignoreOrder: true);
        walked.ShouldBeClosed().ShouldHaveClocks("A-2.1b", "met").ShouldHaveClocks("A-5.5", "met");
    }

    [Fact]
    public async Task FollowUp_ThreeTimesUnreachable_ClosesAfterTheSecondPersonsCheck()
    {
        var walked = await product.WalkAsync("C01", Plan.First.With("follow-up", "Unreachable"));
        walked.ShouldHaveGone([.. _round, "follow-up:Unreachable", "follow-up:Unreachable", "follow-up:Unreachable", "closing-check:Confirmed"]).ShouldBeClosed()
            .ShouldHaveClocks("A-2.1c", "met");
        Read.Items(walked.Case["followUps"]).Count.ShouldBe(3);
    }

    [Fact]
    public async Task FollowUp_SecondPersonRejects_CallsAgain()
    {
        var walked = await product.WalkAsync(
            "C01", Plan.First.With("follow-up", "Unreachable", "Unreachable", "Unreachable", "Satisfied").With("closing-check", "Rejected"));
        walked.Trail.Skip(5).ShouldBe(["closing-check:Rejected", "follow-up:Satisfied"]);
        walked.ShouldBeClosed();
    }

    [Fact]
    public async Task FollowUp_FirstCallLogged_StopsTheCallBackClock()
    {
        var walked = await product.WalkAsync("C01", Plan.First, stopBefore: "follow-up");
        walked.ShouldWaitFor("follow-up").ShouldHaveClocks("A-2.1c", "running");
        await new CaseDriver(product.Site, walked.Case, Plan.First.With("follow-up", "Unreachable")).StepAsync();
        Read.Text(Read.Clocks(await product.CaseAsync(walked.Case), "A-2.1c").ShouldHaveSingleItem()["state"]).ShouldBe("met");
    }

    public sealed class Product() : RunningProduct("2026-09-30T16:00:00+08:00");
}
