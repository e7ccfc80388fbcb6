using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C14: somebody who gives no name on New Year's Eve; the next year's calendar is missing.</summary>
public sealed class AnonymousWalkTests(AnonymousWalkTests.Product product) : IClassFixture<AnonymousWalkTests.Product>
{
    private static readonly Plan _plan = Plan.First.Leaving("lessons");

    [Fact]
    public async Task Review_Accepted_ShowsTheListedClocks()
    {
        var walked = await product.WalkAsync("C14", _plan, stopBefore: "unit-handling");
        foreach (var (rule, due) in Samples.Clocks("C14"))
            Read.Moment(Read.Clocks(walked.Case, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
    }

    [Fact]
    public async Task CallBackClock_WithoutNextYearsCalendar_IsEstimated()
    {
        var walked = await product.WalkAsync("C14", _plan, stopBefore: "follow-up");
        var clock = Read.Clocks(walked.Case, "B-6.3.1a").ShouldHaveSingleItem();
        Read.Moment(clock["dueAt"]).ShouldBe(Read.Moment("2027-01-04T17:30:00+08:00"));
        clock["estimated"]!.GetValue<bool>().ShouldBeTrue();
        Read.Text(clock["explanation"]).ShouldContain("2027");
    }

    [Fact]
    public async Task FollowUp_Anonymous_GoesToTheSecondPersonAtOnce()
    {
        var walked = await product.WalkAsync("C14", _plan.With("follow-up", "Unreachable"));
        walked.ShouldHaveGone("review:Accepted", "unit-handling:Handled", "follow-up:Unreachable", "closing-check:Confirmed").ShouldBeClosed()
            .ShouldHaveClocks("B-6.2.5", "met").ShouldHaveClocks("B-6.3.1a", "met");
        walked.DoerOf("closing-check").ShouldBe("b.manager");
    }

    [Fact]
    public async Task ClosingCheck_RejectedOnce_IsCheckedAgain()
    {
        var walked = await product.WalkAsync("C14", _plan.With("follow-up", "Unreachable").With("closing-check", "Rejected", "Confirmed"));
        walked.Trail.Skip(2).ShouldBe(["follow-up:Unreachable", "closing-check:Rejected", "follow-up:Unreachable", "closing-check:Confirmed"]);
        walked.ShouldBeClosed();
    }

    public sealed class Product() : RunningProduct("2026-12-31T16:00:00+08:00");
}
