using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;
using static Bpm.Domain.Tests.Regulations.Shipped;

namespace Bpm.Domain.Tests.Clocks;

public sealed class ClockPlannerTests
{
    [Theory]
    [InlineData("A-2.1b", "2026-09-30T16:00:00", "2026-09-30T17:00:00")]
    [InlineData("A-4.5", "2026-09-30T16:00:00", "2026-10-08T17:30:00")]
    [InlineData("A-4.2", "2026-02-13T10:00:00", "2026-02-14T17:30:00")]
    [InlineData("A-4.6", "2026-02-14T09:00:00", "2026-02-24T17:30:00")]
    [InlineData("A-4.4a", "2026-10-03T23:40:00", "2026-10-04T00:10:00")]
    [InlineData("A-4.4c", "2026-10-03T23:40:00", "2026-10-04T23:40:00")]
    [InlineData("A-2.1b", "2026-10-03T23:40:00", "2026-10-04T00:40:00")]
    [InlineData("A-4.4b", "2026-07-06T08:15:00", "2026-07-06T09:15:00")]
    [InlineData("A-4.4d", "2026-07-06T08:15:00", "2026-07-07T22:15:00")]
    [InlineData("A-4.4e", "2026-07-06T08:15:00", "2026-07-08T08:15:00")]
    [InlineData("A-4.3", "2026-06-19T07:30:00", "2026-06-20T07:30:00")]
    [InlineData("A-4.7", "2026-10-09T15:00:00", "2026-10-10T17:30:00")]
    [InlineData("A-2.1a", "2026-05-01T09:00:00", "2026-05-01T10:00:00")]
    [InlineData("A-2.2a", "2026-05-08T11:00:00", "2026-05-09T17:30:00")]
    [InlineData("A-4.3", "2026-05-08T11:00:00", "2026-05-09T11:00:00")]
    [InlineData("A-7.2", "2026-01-03T22:30:00", "2026-01-04T00:30:00")]
    [InlineData("B-6.2.5", "2026-09-24T17:00:00", "2026-09-27T17:00:00")]
    [InlineData("B-6.3.1a", "2026-09-24T18:00:00", "2026-09-28T17:30:00")]
    [InlineData("B-6.2.5", "2026-12-31T16:00:00", "2027-01-03T16:00:00")]
    [InlineData("A-4.5", "2026-10-03T03:00:00", "2026-10-08T17:30:00")]
    [InlineData("A-4.5", "2026-07-06T17:30:00", "2026-07-07T17:30:00")]
    [InlineData("A-4.5r", "2026-09-29T10:00:00", "2026-10-12T17:30:00")]
    [InlineData("A-6.1", "2026-10-02T00:00:00", "2026-10-03T00:00:00")]
    [InlineData("A-6.2b", "2026-10-10T08:30:00", "2026-10-10T17:30:00")]
    [InlineData("A-6.4", "2026-10-08T08:30:00", "2026-10-13T17:30:00")]
    public void Plan_CheckValue_IsDueThen(string rule, string start, string due)
    {
        var plan = ClockPlanner.Plan(Rule(rule), At(start), Calendar);
        plan.DueAt.ShouldBe(At(due));
        plan.Estimated.ShouldBeFalse();
        plan.StartedAt.ShouldBe(At(start));
    }

    [Fact]
    public void Plan_CalendarYearMissing_IsEstimated()
    {
        var plan = ClockPlanner.Plan(Rule("B-6.3.1a"), At("2026-12-31T16:00:00"), Calendar);
        plan.DueAt.ShouldBe(At("2027-01-04T17:30:00"));
        plan.Estimated.ShouldBeTrue();
        plan.Explanation.ShouldContain("估算");
    }

    [Fact]
    public void Plan_WallClockIntoMissingYear_IsExact() =>
        ClockPlanner.Plan(Rule("B-6.2.5"), At("2026-12-31T16:00:00"), Calendar).Estimated.ShouldBeFalse();

    [Theory]
    [InlineData(Reading.EndOfNextWorkingDay, "2026-10-08T17:30:00")]
    [InlineData(Reading.SameTimeNextWorkingDay, "2026-10-08T16:00:00")]
    [InlineData(Reading.WorkingHours, "2026-10-08T16:00:00")]
    public void Plan_Reading_ChangesTheDueTime(Reading reading, string due) =>
        ClockPlanner.Plan(Rule("A-4.5") with { Reading = reading }, At("2026-09-30T16:00:00"), Calendar).DueAt.ShouldBe(At(due));

    [Fact]
    public void Plan_WorkingHours_CountsOfficeTimeOnly()
    {
        var rule = Rule("A-4.5") with { Kind = ClockKind.WorkingHours, Duration = ClockDuration.Parse("PT8H") };
        ClockPlanner.Plan(rule, At("2026-09-30T16:00:00"), Calendar).DueAt.ShouldBe(At("2026-10-08T15:00:00"));
    }

    [Theory]
    [InlineData(false, "2026-07-07T00:40:00")]
    [InlineData(true, "2026-07-07T00:00:00")]
    public void Plan_ShiftEndsFirst_CapIsASetting(bool cap, string due)
    {
        var plan = ClockPlanner.Plan(Rule("A-2.1b") with { CapAtShiftEnd = cap }, At("2026-07-06T23:40:00"), Calendar, At("2026-07-07T00:00:00"));
        plan.DueAt.ShouldBe(At(due));
    }

    [Fact]
    public void Plan_CappedClock_KeepsEveryRungBetweenStartAndDue()
    {
        var start = At("2026-07-06T23:55:00");
        var plan = ClockPlanner.Plan(Rule("A-2.1b") with { CapAtShiftEnd = true }, start, Calendar, At("2026-07-07T00:00:00"));
        plan.Thresholds.Select(t => (t.Rung, (t.At - start).TotalMinutes)).ShouldBe(
            [("warn-10m", 0), ("warn-50", 2.5), ("due", 5), ("escalate-1", 35), ("escalate-2", 65)]);
    }

    [Fact]
    public void Plan_UtcStart_IsTheSameMoment()
    {
        var start = At("2026-09-30T23:30:00");
        ClockPlanner.Plan(Rule("A-4.5"), start.ToUniversalTime(), Calendar).DueAt
            .ShouldBe(ClockPlanner.Plan(Rule("A-4.5"), start, Calendar).DueAt);
    }
}
