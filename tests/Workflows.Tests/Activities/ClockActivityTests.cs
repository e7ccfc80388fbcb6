using Bpm.Domain.Clocks;

namespace Bpm.Workflows.Tests.Activities;

public sealed class ClockActivityTests
{
    [Fact]
    public void StartClock_RuleDoesNotApplyToTheCase_StartsNothing()
    {
        var run = new SmallFlow().Add("clock", "Bpm.StartClock", ("rule", "A-7.1")).Task("task", "back-fill", "BackFilled").Chain("start", "clock", "task").Run();

        run.Complaint.Clocks.ShouldBeEmpty();
    }

    [Fact]
    public void StartClock_ArticleOfAGroup_StartsTheOneThatApplies()
    {
        var run = new SmallFlow().Add("clock", "Bpm.StartClock", ("rule", "A-4.2")).Task("task", "back-fill", "BackFilled", ("rule", "A-4.2"))
            .Add("stop", "Bpm.StopClock", ("rule", "A-4.6")).Chain("start", "clock", "task.BackFilled", "stop").Run();

        var clock = run.Complaint.Clocks.ShouldHaveSingleItem();
        clock.RuleId.ShouldBe("A-4.5");
        run.Open.Single().RuleId.ShouldBe("A-4.5");
        run.Complete("back-fill", "BackFilled");
        clock.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public void StopClock_ExpressionNamesNoArticle_StopsNothing()
    {
        var run = new SmallFlow().Add("clock", "Bpm.StartClock", ("rule", "A-4.5")).Add("stop", "Bpm.StopClock", ("rule", "js:getInput('Rule')"))
            .Task("task", "back-fill", "BackFilled").Chain("start", "clock", "stop", "task").Run();

        run.Complaint.Clocks.ShouldHaveSingleItem().IsEnded.ShouldBeFalse();
        run.Open.ShouldHaveSingleItem();
    }

    [Fact]
    public void StartClock_FromReceipt_CountsFromTheReceipt()
    {
        var run = new SmallFlow().Add("clock", "Bpm.StartClock", ("rule", "A-5.3b"), ("from", "receipt"), ("department", "hotline"))
            .Task("task", "first-reply", "Replied", ("rule", "A-2.1b")).Chain("start", "clock", "task").Run();

        var clock = run.Complaint.Clocks.ShouldHaveSingleItem();
        clock.RuleId.ShouldBe("A-2.1b");
        clock.Department.ShouldBe("hotline");
        clock.DueAt.ShouldBe(SmallFlow.Start.AddHours(1));
        run.Open.ShouldHaveSingleItem().DueAt.ShouldBe(clock.DueAt);
    }

    [Theory]
    [InlineData("keep", 1)]
    [InlineData("new", 2)]
    public void StartClock_WhileOneRuns_KeepsItOrStartsAnew(string whileRunning, int clocks)
    {
        var run = new SmallFlow()
            .Add("first", "Bpm.StartClock", ("rule", "A-4.5"))
            .Task("task", "back-fill", "BackFilled")
            .Add("second", "Bpm.StartClock", ("rule", "A-4.5"), ("whileRunning", whileRunning))
            .Task("after", "re-route", "Forwarded")
            .Chain("start", "first", "task.BackFilled", "second", "after").Run();
        run.MoveTo(SmallFlow.Start.AddHours(1));

        run.Complete("back-fill", "BackFilled");

        run.Complaint.Clocks.Count.ShouldBe(clocks);
        run.Complaint.Clocks.Count(c => !c.IsEnded).ShouldBe(1);
        run.Complaint.Clocks[0].State.ShouldBe(clocks == 1 ? ClockState.Running : ClockState.Superseded);
    }

    [Fact]
    public void StopClock_OfAnEarlierTask_LeavesALaterClockAlone()
    {
        var run = new SmallFlow()
            .Task("early", "back-fill", "BackFilled")
            .Task("late", "re-route", "Forwarded")
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("stop", "Bpm.StopClock", ("rule", "A-4.5"), ("step", "back-fill"))
            .Task("after", "sample-result", "ResultReady")
            .Chain("start", "early.BackFilled", "stop", "after").Chain("start", "late.Forwarded", "clock").Run();
        run.MoveTo(SmallFlow.Start.AddHours(1));
        run.Complete("re-route", "Forwarded");

        run.Complete("back-fill", "BackFilled");

        run.Complaint.Clocks.ShouldHaveSingleItem().State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void SupersedeClock_Running_EndsItWithTheReason()
    {
        var run = new SmallFlow()
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Add("away", "Bpm.SupersedeClock", ("rule", "A-4.5"), ("reason", "现场无故障"))
            .Task("after", "re-route", "Forwarded")
            .Chain("start", "clock", "away", "after").Run();

        var clock = run.Complaint.Clocks.ShouldHaveSingleItem();
        clock.State.ShouldBe(ClockState.Superseded);
        clock.Explanation.ShouldContain("现场无故障");
    }

    [Fact]
    public void Push_ToAnotherDepartment_TakesTheRunningClockAlong()
    {
        var run = new SmallFlow()
            .Add("push", "Bpm.Push", ("department", "quality"))
            .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
            .Task("task", "re-route", "Forwarded", ("form", "re-route"))
            .Add("again", "Bpm.Push", ("department", "js:answerOf('re-route', 'department')"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "push", "clock", "task.Forwarded", "again", "after").Run();
        var due = run.Complaint.Clocks[0].DueAt;

        run.Complete("re-route", "Forwarded", form: new() { ["department"] = "network" });

        run.Complaint.Department.ShouldBe("network");
        run.Complaint.Clocks.ShouldHaveSingleItem().Department.ShouldBe("network");
        run.Complaint.Clocks[0].DueAt.ShouldBe(due);
        run.Outbox.Select(o => $"{o.System} {o.Reference}").ShouldBe(["huini quality", "gis network"]);
    }
}
