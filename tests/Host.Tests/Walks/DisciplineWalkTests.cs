using Bpm.Host.Tests.Hosting;
using Bpm.HostKit;

namespace Bpm.Host.Tests.Walks;

/// <summary>C13: a complaint about a meter reader's conduct, by every branch (B 附件①–⑥).</summary>
public sealed class DisciplineWalkTests(DisciplineWalkTests.Product product) : IClassFixture<DisciplineWalkTests.Product>
{
    private static readonly Plan _plan = Plan.First.Leaving("lessons");
    private static readonly string[] _start = ["review:Accepted", "investigation:True", "preliminary-opinion:Submitted", "chairman-instruction:Instructed"];

    [Fact]
    public async Task Case_FoundTrue_RunsItsClocksFromStepToStep()
    {
        var walked = await product.WalkAsync("C13", _plan);
        walked.ShouldHaveGone([.. _start, "unit-handling:Handled", "discipline-follow-up:Satisfied", "record-opinion:Recorded"]).ShouldBeClosed()
            .ShouldHaveClocks("B-F2b", "met").ShouldHaveClocks("B-F4a", "met").ShouldHaveClocks("B-F5a", "met").ShouldHaveClocks("B-F6", "met");
        walked.Due("B-F2b").ShouldBe([Read.Moment("2026-03-03T17:30:00+08:00")]);
        walked.Due("B-F4a").ShouldBe([Read.Moment("2026-03-05T09:30:00+08:00")]);
        walked.Due("B-F5a").ShouldBe([Read.Moment("2026-03-03T17:30:00+08:00")]);
        ((string[])["b.hotline", "b.discipline", "b.director", "b.chairman", "b.unit1", "b.director", "b.dispatcher"]).ShouldBe(
            walked.Driver.Done.Select(done => done.User));
    }

    [Fact]
    public async Task Case_FoundUntrue_IsExplainedAndRecorded()
    {
        var walked = await product.WalkAsync("C13", _plan.With("investigation", "Untrue"));
        walked.ShouldHaveGone("review:Accepted", "investigation:Untrue", "explain-to-caller:Explained", "record-opinion:Recorded").ShouldBeClosed()
            .ShouldHaveClocks("B-F2b").ShouldHaveClocks("B-F4a").ShouldHaveClocks("B-F6", "met");
        Read.OpenSteps(walked.Case).ShouldBeEmpty();
    }

    [Fact]
    public async Task Explanation_CallerUnreachable_IsCheckedByTheDirector()
    {
        var walked = await product.WalkAsync(
            "C13", _plan.With("investigation", "Untrue").With("explain-to-caller", "Unreachable").With("closing-check", "Rejected", "Confirmed"));
        walked.ShouldHaveGone(
            "review:Accepted", "investigation:Untrue", "explain-to-caller:Unreachable", "closing-check:Rejected",
            "explain-to-caller:Unreachable", "closing-check:Confirmed", "record-opinion:Recorded").ShouldBeClosed();
        walked.DoerOf("closing-check").ShouldBe("b.director");
    }

    [Fact]
    public async Task Chairman_Returns_GetsANewOpinion()
    {
        var walked = await product.WalkAsync("C13", _plan.With("chairman-instruction", "Returned", "Instructed"));
        walked.ShouldHaveGone(
            "review:Accepted", "investigation:True", "preliminary-opinion:Submitted", "chairman-instruction:Returned",
            "preliminary-opinion:Submitted", "chairman-instruction:Instructed", "unit-handling:Handled", "discipline-follow-up:Satisfied",
            "record-opinion:Recorded").ShouldBeClosed();
    }

    [Fact]
    public async Task Unit_Returns_IsInstructedAnewWithTheClockKept()
    {
        var walked = await product.WalkAsync("C13", _plan.With("unit-handling", "Returned", "Handled"));
        walked.Trail.Skip(4).ShouldBe([
            "unit-handling:Returned", "chairman-instruction:Instructed", "unit-handling:Handled", "discipline-follow-up:Satisfied", "record-opinion:Recorded",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-F4a", "met");
    }

    [Fact]
    public async Task FollowUp_NotSatisfiedThreeTimes_EndsByDecisionOfDirectorAndChairman()
    {
        var walked = await product.WalkAsync("C13", _plan.With("discipline-follow-up", "NotSatisfied").With("closing-check", "Rejected", "Confirmed"));
        walked.Trail.Skip(10).ShouldBe([
            "managed-end:Ended", "closing-check:Rejected", "managed-end:Ended", "closing-check:Confirmed", "record-opinion:Recorded",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-F4a", "met", "met", "met").ShouldHaveClocks("B-F5a", "met", "met", "met");
        walked.DoerOf("managed-end").ShouldBe("b.director");
        walked.DoerOf("closing-check").ShouldBe("b.chairman");
    }

    [Fact]
    public async Task FollowUp_NotSatisfiedOnce_GoesAnotherRound()
    {
        var walked = await product.WalkAsync("C13", _plan.With("discipline-follow-up", "NotSatisfied", "Satisfied"));
        walked.Trail.Skip(4).ShouldBe([
            "unit-handling:Handled", "discipline-follow-up:NotSatisfied", "unit-handling:Handled", "discipline-follow-up:Satisfied", "record-opinion:Recorded",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-F4a", "met", "met").ShouldHaveClocks("B-F5a", "met", "met");
    }

    [Fact]
    public async Task ManagedEnd_Redo_GoesAnotherRound()
    {
        var walked = await product.WalkAsync("C13", _plan
            .With("discipline-follow-up", "NotSatisfied", "NotSatisfied", "NotSatisfied", "Satisfied").With("managed-end", "Redo"));
        walked.Trail.Skip(10).ShouldBe(["managed-end:Redo", "unit-handling:Handled", "discipline-follow-up:Satisfied", "record-opinion:Recorded"]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-F4a", "met", "met", "met", "met");
    }

    [Fact]
    public async Task FollowUp_ThreeTimesUnreachable_IsCheckedByTheChairman()
    {
        var walked = await product.WalkAsync("C13", _plan.With("discipline-follow-up", "Unreachable"));
        walked.Trail.Skip(5).ShouldBe([
            "discipline-follow-up:Unreachable", "discipline-follow-up:Unreachable", "discipline-follow-up:Unreachable",
            "closing-check:Confirmed", "record-opinion:Recorded",
        ]);
        walked.ShouldBeClosed().ShouldHaveClocks("B-F5a", "met");
        walked.DoerOf("closing-check").ShouldBe("b.chairman");
    }

    [Fact]
    public async Task FollowUp_Anonymous_IsCheckedAtOnce()
    {
        var walked = await product.WalkAsync(
            "C13", _plan.With("discipline-follow-up", "Unreachable"), body => body["customer"]!["anonymous"] = true);
        walked.Trail.Skip(5).ShouldBe(["discipline-follow-up:Unreachable", "closing-check:Confirmed", "record-opinion:Recorded"]);
        walked.ShouldBeClosed();
    }

    [Fact]
    public async Task Unfounded_ConfirmedOrRejected_ClosesOrIsInvestigated()
    {
        (await product.WalkAsync("C13", _plan.With("review", "Unfounded")))
            .ShouldHaveGone("review:Unfounded", "unfounded-check:Confirmed").ShouldBeClosed();
        (await product.WalkAsync("C13", _plan.With("review", "Unfounded").With("unfounded-check", "Rejected").With("investigation", "Untrue")))
            .ShouldHaveGone(
                "review:Unfounded", "unfounded-check:Rejected", "investigation:Untrue", "explain-to-caller:Explained", "record-opinion:Recorded").ShouldBeClosed();
    }

    [Fact]
    public async Task Investigation_HeadOfTheUnitAccused_GoesToTheLeaderInCharge()
    {
        var walked = await product.WalkAsync("C13", _plan.Filling("accusedPersons", "b.unit1").Filling("unit", "unit1"));
        walked.ShouldBeClosed();
        walked.DoerOf("unit-handling").ShouldBe("b.leader");
    }

    public sealed class Product() : RunningProduct("2026-03-02T09:30:00+08:00");
}
