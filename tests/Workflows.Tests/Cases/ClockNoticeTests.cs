using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Cases;

public sealed class ClockNoticeTests
{
    private static CaseWalk Run() => new SmallFlow()
        .Add("push", "Bpm.Push", ("department", "quality"))
        .Add("clock", "Bpm.StartClock", ("rule", "A-4.5"))
        .Add("task", "Bpm.HumanTask", ("step", "take-sample"), ("candidates", new[] { "dept:quality" }), ("outcomes", new[] { "Sampled" }), ("rule", "A-4.5"))
        .Chain("start", "push", "clock", "task").Run();

    [Fact]
    public void Fire_TokensThatMeanOnePerson_TellThemOnce()
    {
        var run = Run();

        run.MoveTo(SmallFlow.Start.AddDays(1).AddHours(6));

        // Two hours before the due time: the holder and the head, both a.quality.
        run.Complaint.Notices.Where(n => n.Rung == "warn-2h").ShouldHaveSingleItem().Recipient.ShouldBe("a.quality");
    }

    [Fact]
    public void Fire_EachRung_SpeaksOfCaseRuleAndDueTime()
    {
        var run = Run();

        run.MoveTo(SmallFlow.Start.AddDays(1).AddHours(8));

        var text = run.Complaint.Notices.First(n => n.Rung == "due").Text;
        text.ShouldContain(run.Complaint.Number);
        text.ShouldContain("2026-03-03 17:30");
    }

    [Fact]
    public void Fire_TwiceAtTheSameMoment_TellsNobodyTwice()
    {
        var run = Run();
        run.MoveTo(SmallFlow.Start.AddDays(3));
        var told = run.Complaint.Notices.Count;

        run.MoveTo(SmallFlow.Start.AddDays(3));

        run.Complaint.Notices.Count.ShouldBe(told);
    }
}
