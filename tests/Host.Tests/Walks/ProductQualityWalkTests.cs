using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C12: a complaint about a leaking joint before Mid-Autumn, by every branch (B 第六条).</summary>
public sealed class ProductQualityWalkTests(ProductQualityWalkTests.Product product) : IClassFixture<ProductQualityWalkTests.Product>
{
    private static readonly Plan _plan = Plan.First.Leaving("lessons");

    [Fact]
    public async Task Review_AcceptedAtOnce_ShowsTheListedClocks()
    {
        var walked = await product.WalkAsync("C12", _plan, stopBefore: "unit-handling");
        walked.ShouldWaitFor("unit-handling").ShouldHaveClocks("B-6.1a", "met");
        foreach (var (rule, due) in Samples.Clocks("C12"))
            Read.Moment(Read.Clocks(walked.Case, rule).ShouldHaveSingleItem()["dueAt"]).ShouldBe(due, rule);
    }

    [Fact]
    public async Task UnitHandling_HandledTheSameDay_IsCalledBackAfterMidAutumn()
    {
        var walked = await product.WalkAsync("C12", _plan, stopBefore: "follow-up");
        walked.ShouldWaitFor("follow-up").ShouldHaveClocks("B-6.2.5", "met").ShouldHaveClocks("B-6.3.1a", "running");
        walked.Due("B-6.3.1a").ShouldBe([Read.Moment("2026-09-28T17:30:00+08:00")]);
    }

    [Fact]
    public async Task Case_CustomerSatisfied_ClosesAndLeavesLessonsOnly()
    {
        var walked = await product.WalkAsync("C12", _plan);
        walked.ShouldHaveGone("review:Accepted", "unit-handling:Handled", "follow-up:Satisfied").ShouldBeClosed()
            .ShouldHaveClocks("B-6.1a", "met").ShouldHaveClocks("B-6.2.5", "met").ShouldHaveClocks("B-6.3.1a", "met").ShouldHaveClocks("B-9", "running");
        Read.OpenSteps(walked.Case).ShouldBe(["lessons"]);
        var finished = await product.GoOnAsync(walked, Plan.First);
        finished.ShouldBeClosed().ShouldHaveClocks("B-9", "met");
        Read.OpenSteps(finished.Case).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unit1", "b.unit1")]
    [InlineData("unit2", "b.unit2")]
    public async Task Review_AcceptedForAUnit_GoesToItsHead(string unit, string head) =>
        (await product.WalkAsync("C12", _plan.Filling("unit", unit))).ShouldBeClosed().DoerOf("unit-handling").ShouldBe(head);

    [Fact]
    public async Task Case_NotSatisfiedOnce_GoesAnotherRound()
    {
        var walked = await product.WalkAsync("C12", _plan.With("follow-up", "NotSatisfied", "Satisfied"));
        walked.ShouldHaveGone(
                "review:Accepted", "unit-handling:Handled", "follow-up:NotSatisfied", "unit-handling:Handled", "follow-up:Satisfied").ShouldBeClosed()
            .ShouldHaveClocks("B-6.2.5", "met", "met").ShouldHaveClocks("B-6.3.1a", "met", "met");
    }

    [Fact]
    public async Task Case_ThirdTimeNotSatisfied_EndsByDecisionAndSecondPerson()
    {
        var walked = await product.WalkAsync("C12", _plan.With("follow-up", "NotSatisfied"));
        walked.Trail.Skip(5).ShouldBe(["unit-handling:Handled", "follow-up:NotSatisfied", "managed-end:Ended", "closing-check:Confirmed"]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-6.2.5", "met", "met", "met");
        walked.DoerOf("managed-end").ShouldBe("b.manager");
        walked.DoerOf("closing-check").ShouldNotBe("b.manager");
    }

    [Fact]
    public async Task ManagedEnd_RejectedThenRedo_GoesAnotherRound()
    {
        var walked = await product.WalkAsync("C12", _plan
            .With("follow-up", "NotSatisfied", "NotSatisfied", "NotSatisfied", "Satisfied").With("managed-end", "Ended", "Redo").With("closing-check", "Rejected"));
        walked.Trail.Skip(7).ShouldBe([
            "managed-end:Ended", "closing-check:Rejected", "managed-end:Redo", "unit-handling:Handled", "follow-up:Satisfied",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-6.2.5", "met", "met", "met", "met");
    }

    [Fact]
    public async Task Misroute_Once_IsReviewedAgainWithTheClockKept()
    {
        var walked = await product.WalkAsync("C12", _plan.With("unit-handling", "Returned", "Handled"));
        walked.ShouldHaveGone("review:Accepted", "unit-handling:Returned", "review:Accepted", "unit-handling:Handled", "follow-up:Satisfied").ShouldBeClosed()
            .ShouldHaveClocks("B-6.2.5", "met");
        walked.Due("B-6.2.5").ShouldBe([Samples.Clocks("C12")["B-6.2.5"]]);
        walked.DoerOf("review", 2).ShouldBe("b.hotline");
    }

    [Fact]
    public async Task Misroute_Twice_IsReviewedByTheOperationsManager()
    {
        var walked = await product.WalkAsync("C12", _plan.With("unit-handling", "Returned", "Returned", "Handled"));
        walked.ShouldBeClosed().ShouldHaveClocks("B-6.2.5", "met");
        walked.DoerOf("review", 3).ShouldBe("b.manager");
    }

    [Fact]
    public async Task Unfounded_Confirmed_ClosesWithoutLessons()
    {
        var walked = await product.WalkAsync("C12", _plan.With("review", "Unfounded"));
        walked.ShouldHaveGone("review:Unfounded", "unfounded-check:Confirmed").ShouldBeClosed().ShouldHaveClocks("B-6.1a", "met").ShouldHaveClocks("B-6.2.5");
        walked.DoerOf("unfounded-check").ShouldNotBe(walked.DoerOf("review"));
        Read.OpenSteps(walked.Case).ShouldBeEmpty();
    }

    [Fact]
    public async Task Unfounded_Rejected_IsHandedOver()
    {
        var walked = await product.WalkAsync("C12", _plan.With("review", "Unfounded").With("unfounded-check", "Rejected").Filling("unit", "unit2"));
        walked.ShouldHaveGone("review:Unfounded", "unfounded-check:Rejected", "unit-handling:Handled", "follow-up:Satisfied").ShouldBeClosed()
            .ShouldHaveClocks("B-6.2.5", "met");
        walked.DoerOf("unit-handling").ShouldBe("b.unit2");
    }

    [Fact]
    public async Task FollowUp_ThreeTimesUnreachableAndRejectedOnce_CallsAgainThenCloses()
    {
        var walked = await product.WalkAsync("C12", _plan.With("follow-up", "Unreachable").With("closing-check", "Rejected", "Confirmed"));
        walked.Trail.Take(6).ShouldBe([
            "review:Accepted", "unit-handling:Handled", "follow-up:Unreachable", "follow-up:Unreachable", "follow-up:Unreachable", "closing-check:Rejected",
        ]);
        walked.Trail[^1].ShouldBe("closing-check:Confirmed");
        walked.ShouldBeClosed().ShouldHaveClocks("B-6.3.1a", "met");
        walked.DoerOf("closing-check").ShouldNotBe(walked.DoerOf("follow-up"));
    }

    public sealed class Product() : RunningProduct("2026-09-24T17:00:00+08:00");
}
