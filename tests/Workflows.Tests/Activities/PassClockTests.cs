using Bpm.Domain.Clocks;
using Bpm.Workflows.Scenarios;

namespace Bpm.Workflows.Tests.Activities;

public sealed class PassClockTests
{
    private static CaseWalk Run(params string[] departments)
    {
        var flow = new SmallFlow();
        foreach (var department in departments)
            flow.Add("clock-" + department, "Bpm.StartClock", ("rule", "A-4.5"), ("department", department));
        flow.Task("task", "re-route", "Forwarded").Add("pass", "Bpm.PassClock", ("rule", "A-4.5"), ("from", "quality"), ("to", "network")).Task("after", "back-fill", "BackFilled");
        var run = flow.Chain(["start", .. departments.Select(d => "clock-" + d), "task.Forwarded", "pass", "after"]).Run();
        run.MoveTo(SmallFlow.Start.AddHours(2));
        run.Complete("re-route", "Forwarded");
        return run;
    }

    [Fact]
    public void PassClock_RunningAtTheWrongDepartment_GoesToTheOtherWithTheSameDueTime()
    {
        var clock = Run("quality").Complaint.Clocks.ShouldHaveSingleItem();

        clock.Department.ShouldBe("network");
        clock.State.ShouldBe(ClockState.Running);
        clock.StartedAt.ShouldBe(SmallFlow.Start);
        clock.DueAt.ShouldBe(new(2026, 3, 3, 17, 30, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void PassClock_TheOtherHasOneAlready_TheFirstFallsAway() =>
        Run("quality", "network").Complaint.Clocks.Select(c => (c.Department, c.State)).ShouldBe([("quality", ClockState.Superseded), ("network", ClockState.Running)]);

    [Fact]
    public void PassClock_NoneRunsThere_ChangesNothing() =>
        Run("meter").Complaint.Clocks.ShouldHaveSingleItem().Department.ShouldBe("meter");
}
