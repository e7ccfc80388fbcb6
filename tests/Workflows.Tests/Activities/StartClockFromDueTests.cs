using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

/// <summary>A clock that starts now, but at the latest when another one was due (A-2.2b).</summary>
public sealed class StartClockFromDueTests
{
    private static CaseWalk Run(double hours)
    {
        var run = new SmallFlow()
            .Add("first", "Bpm.StartClock", ("rule", "A-2.1b"), ("from", "receipt"))
            .Task("task", "first-reply", "Replied")
            .Add("second", "Bpm.StartClock", ("rule", "A-4.5"), ("from", "due"), ("fromRule", "A-2.1b"))
            .Task("after", "back-fill", "BackFilled")
            .Chain("start", "first", "task.Replied", "second", "after").Run();
        run.MoveTo(SmallFlow.Start.AddHours(hours));
        run.Complete("first-reply", "Replied");
        return run;
    }

    [Fact]
    public void StartClock_BeforeTheOtherIsDue_StartsNow() => Run(0.5).Complaint.Clocks[1].StartedAt.ShouldBe(SmallFlow.Start.AddMinutes(30));

    [Fact]
    public void StartClock_AfterTheOtherWasDue_StartsThen() => Run(30).Complaint.Clocks[1].StartedAt.ShouldBe(SmallFlow.Start.AddHours(1));
}
