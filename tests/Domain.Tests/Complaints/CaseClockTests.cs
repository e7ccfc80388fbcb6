using Bpm.Domain.Clocks;

namespace Bpm.Domain.Tests.Complaints;

public sealed class CaseClockTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void StartClock_WhileOneRuns_GoesOnWithIt()
    {
        var subject = Sample.CaseB();
        var first = subject.StartClock(Sample.Rule(), Sample.Plan(_now), "unit1");

        subject.StartClock(Sample.Rule(), Sample.Plan(_now.AddMinutes(5)), "unit1").ShouldBeSameAs(first);
        subject.Clocks.Count.ShouldBe(1);
    }

    [Fact]
    public void StartClock_AfterTheFirstEnded_IsNextRound()
    {
        var subject = Sample.CaseB();
        var first = subject.StartClock(Sample.Rule(), Sample.Plan(_now), "unit1");
        subject.StopClock("R-1", _now.AddMinutes(5));

        var second = subject.StartClock(Sample.Rule(), Sample.Plan(_now.AddMinutes(6)), "unit2");

        (first.Round, second.Round).ShouldBe((1, 2));
        first.State.ShouldBe(ClockState.Met);
        subject.RunningClock("R-1").ShouldBe(second);
    }

    [Fact]
    public void StartClock_TwoDepartmentsAtOnce_AreTheSameRound()
    {
        var subject = Sample.CaseB();

        var one = subject.StartClock(Sample.Rule(), Sample.Plan(_now), "unit1");
        var two = subject.StartClock(Sample.Rule(), Sample.Plan(_now), "unit2");

        (one.Round, two.Round).ShouldBe((1, 1));
        subject.StopClock("R-1", _now, "unit1").ShouldBe(one);
        subject.RunningClock("R-1").ShouldBe(two);
    }

    [Fact]
    public void StopClock_NoneRunning_IsNull() => Sample.CaseB().StopClock("R-1", _now).ShouldBeNull();

    [Fact]
    public void StopClock_BeforeItsStart_CountsAsStart()
    {
        var subject = Sample.CaseB();
        subject.StartClock(Sample.Rule(), Sample.Plan(_now), null);

        subject.StopClock("R-1", _now.AddHours(-1))!.EndedAt.ShouldBe(_now);
    }

    [Fact]
    public void SupersedeClock_Running_Ends()
    {
        var subject = Sample.CaseB();
        subject.StartClock(Sample.Rule(), Sample.Plan(_now), null);

        subject.SupersedeClock("R-1", _now, "现场无故障")!.State.ShouldBe(ClockState.Superseded);
        subject.RunningClock("R-1").ShouldBeNull();
    }

    [Fact]
    public void OpenTask_OfRule_TakesDueTimeAndStartFromItsClock()
    {
        var subject = Sample.CaseB();
        var clock = subject.StartClock(Sample.Rule(), Sample.Plan(_now), null);

        var task = subject.OpenTask(Sample.Spec("role:hotline") with { RuleId = "R-1" }, _now.AddMinutes(10));

        task.DueAt.ShouldBe(clock.DueAt);
        task.EarliestOccurrence.ShouldBe(_now);
        task.OpenedAt.ShouldBe(_now.AddMinutes(10));
    }

    [Fact]
    public void FollowClock_Redecided_MovesTasksOfTheRule()
    {
        var subject = Sample.CaseB();
        var clock = subject.StartClock(Sample.Rule(), Sample.Plan(_now), null);
        var task = subject.OpenTask(Sample.Spec("role:hotline") with { RuleId = "R-1" }, _now);

        clock.Redecide(Sample.Plan(_now, TimeSpan.FromHours(48)), "管径已查明");
        subject.FollowClock(clock);

        task.DueAt.ShouldBe(_now.AddHours(48));
    }
}
