using Bpm.Domain.Clocks;
using static Bpm.Domain.Tests.Regulations.Shipped;

namespace Bpm.Domain.Tests.Clocks;

public sealed class SlaClockTests
{
    private static readonly DateTimeOffset Begin = At("2026-07-06T08:00:00");

    [Fact]
    public void Start_FromPlan_RunsFromTheFirstThreshold()
    {
        var clock = Clock("A-4.4c");
        clock.State.ShouldBe(ClockState.Running);
        clock.DueAt.ShouldBe(Begin.AddHours(24));
        clock.RegulationDueAt.ShouldBe(clock.DueAt);
        clock.NextAt.ShouldBe(Begin.AddHours(16));
        clock.Department.ShouldBe("network");
        clock.Round.ShouldBe(1);
    }

    [Fact]
    public void Fire_MinuteByMinute_EachThresholdOnceInOrder()
    {
        var clock = Clock("A-2.1b");
        var fired = new List<string>();
        for (var m = 0; m <= 300; m++) fired.AddRange(clock.Fire(Begin.AddMinutes(m)).Select(t => $"{m} {t.Rung}"));
        fired.ShouldBe(["30 warn-50", "50 warn-10m", "60 due", "90 escalate-1", "120 escalate-2"]);
        clock.State.ShouldBe(ClockState.Breached);
        clock.BreachedAt.ShouldBe(Begin.AddHours(1));
        clock.NextAt.ShouldBeNull();
        clock.IsEnded.ShouldBeFalse();
    }

    [Fact]
    public void Fire_AfterLongDowntime_AllOnceInOrder()
    {
        var clock = Clock("A-2.1b");
        clock.Fire(Begin.AddDays(3)).Select(t => t.Rung).ShouldBe(["warn-50", "warn-10m", "due", "escalate-1", "escalate-2"]);
        clock.Fire(Begin.AddDays(4)).ShouldBeEmpty();
        clock.BreachedAt.ShouldBe(Begin.AddHours(1));
    }

    [Theory]
    [InlineData(59, ClockState.Met)]
    [InlineData(60, ClockState.Met)]
    [InlineData(61, ClockState.Breached)]
    public void Stop_NothingFired_IsJudgedByTheDueTime(int minutes, ClockState state)
    {
        var clock = Clock("A-2.1b");
        clock.Stop(Begin.AddMinutes(minutes));
        clock.State.ShouldBe(state);
        clock.EndedAt.ShouldBe(Begin.AddMinutes(minutes));
        clock.NextAt.ShouldBeNull();
        clock.Fire(Begin.AddDays(9)).ShouldBeEmpty();
    }

    [Fact]
    public void Stop_AfterBreach_StaysBreachedWithAnEnd()
    {
        var clock = Clock("A-2.1b");
        clock.Fire(Begin.AddMinutes(60));
        clock.Stop(Begin.AddMinutes(60));
        clock.State.ShouldBe(ClockState.Breached);
        clock.EndedAt.ShouldBe(Begin.AddMinutes(60));
        clock.Fire(Begin.AddHours(9)).ShouldBeEmpty();
    }

    [Fact]
    public void Stop_DoneBeforeTheRecordedBreach_WithdrawsIt()
    {
        var clock = Clock("A-4.4a");
        clock.Fire(Begin.AddMinutes(40));
        clock.Stop(Begin.AddMinutes(25));
        clock.State.ShouldBe(ClockState.Met);
        clock.BreachedAt.ShouldBeNull();
        clock.EndedAt.ShouldBe(Begin.AddMinutes(25));
        clock.Explanation.ShouldContain("撤回");
    }

    [Fact]
    public void Stop_BeforeStart_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Clock("A-4.4a").Stop(Begin.AddMinutes(-1)));

    [Fact]
    public void CorrectEnd_SecondPersonSaysEarlier_JudgesAnew()
    {
        var clock = Clock("A-4.4a");
        clock.Fire(Begin.AddMinutes(30));
        clock.Stop(Begin.AddMinutes(45));
        clock.CorrectEnd(Begin.AddMinutes(28), "现场照片时间");
        clock.State.ShouldBe(ClockState.Met);
        clock.EndedAt.ShouldBe(Begin.AddMinutes(28));
        Should.Throw<InvalidClockTransitionException>(() => Clock("A-4.4a").CorrectEnd(Begin, "还在计时"));
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("supersede")]
    [InlineData("cancel")]
    public void EndedClock_AnyFurtherEnd_Throws(string end)
    {
        var clock = Clock("A-4.3");
        End(clock, end);
        clock.IsEnded.ShouldBeTrue();
        foreach (var again in new[] { "stop", "supersede", "cancel" })
            Should.Throw<InvalidClockTransitionException>(() => End(clock, again));
        clock.Pause(Begin.AddHours(3), "等料").Refusal.ShouldBeOfType<ClockNotRunning>();
        clock.Resume(Begin.AddHours(3), "料到").Refusal.ShouldBeOfType<ClockNotRunning>();
        clock.Extend(Begin.AddHours(90), Begin.AddHours(3), "等料").Refusal.ShouldBeOfType<ClockNotRunning>();
        clock.Fire(Begin.AddDays(9)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("supersede", ClockState.Superseded)]
    [InlineData("cancel", ClockState.Cancelled)]
    public void EndedEarly_ClockRunning_NeverBreaches(string end, ClockState state)
    {
        var clock = Clock("A-4.3");
        End(clock, end);
        clock.State.ShouldBe(state);
        clock.BreachedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("supersede")]
    [InlineData("cancel")]
    public void EndedEarly_ClockBreached_StaysBreached(string end)
    {
        var clock = Clock("A-4.4a");
        clock.Fire(Begin.AddMinutes(30));
        End(clock, end);
        clock.State.ShouldBe(ClockState.Breached);
        clock.IsEnded.ShouldBeTrue();
    }

    [Fact]
    public void Pause_ThreeHours_MovesDueAndUnfiredThresholds()
    {
        var clock = Clock("A-4.3");
        clock.Fire(Begin.AddHours(12)).ShouldHaveSingleItem();
        clock.Pause(Begin.AddHours(13), "停电").IsRefused.ShouldBeFalse();
        clock.NextAt.ShouldBeNull();
        clock.Fire(Begin.AddDays(2)).ShouldBeEmpty();
        clock.Pause(Begin.AddHours(14), "再停").Refusal.ShouldBeOfType<ClockAlreadyPaused>();
        clock.Resume(Begin.AddHours(16), "来电").IsRefused.ShouldBeFalse();
        clock.DueAt.ShouldBe(Begin.AddHours(27));
        clock.RegulationDueAt.ShouldBe(Begin.AddHours(24));
        clock.Thresholds.Select(t => (t.At - Begin).TotalHours).ShouldBe([12, 23, 27, 28, 29]);
        clock.NextAt.ShouldBe(Begin.AddHours(23));
        clock.Pauses.ShouldHaveSingleItem().To.ShouldBe(Begin.AddHours(16));
        clock.Explanation.ShouldContain("暂停 3 小时");
        clock.Fire(Begin.AddHours(26)).ShouldHaveSingleItem().Rung.ShouldBe("warn-4h");
        clock.State.ShouldBe(ClockState.Running);
    }

    [Fact]
    public void Stop_WhilePaused_CountsThePause()
    {
        var clock = Clock("A-4.3");
        clock.Pause(Begin.AddHours(23), "停电");
        clock.Stop(Begin.AddHours(40));
        clock.State.ShouldBe(ClockState.Met);
        clock.Pauses[0].To.ShouldBe(Begin.AddHours(40));
    }

    [Fact]
    public void Pause_ArrivalClock_IsRefused() => Clock("A-4.4a").Pause(Begin, "堵车").Refusal.ShouldBeOfType<ClockCannotPause>();

    [Fact]
    public void Pause_Breached_IsRefused()
    {
        var clock = Clock("A-4.3");
        clock.Fire(Begin.AddHours(24));
        clock.Pause(Begin.AddHours(25), "迟了").Refusal.ShouldBeOfType<ClockNotRunning>();
    }

    [Fact]
    public void Extend_BeforeDue_KeepsTheRegulationsDueVisible()
    {
        var clock = Clock("A-4.3");
        clock.Extend(Begin.AddHours(20), Begin.AddHours(1), "短了").Refusal.ShouldBeOfType<ClockExtensionTooShort>();
        clock.Extend(Begin.AddHours(48), Begin.AddHours(24), "迟了").Refusal.ShouldBeOfType<ClockNotRunning>();
        clock.Extend(Begin.AddHours(48), Begin.AddHours(23), "等料").IsRefused.ShouldBeFalse();
        clock.DueAt.ShouldBe(Begin.AddHours(48));
        clock.RegulationDueAt.ShouldBe(Begin.AddHours(24));
        clock.Thresholds.Single(t => t.Kind == ThresholdKind.Due).At.ShouldBe(Begin.AddHours(48));
    }

    [Fact]
    public void Redecide_DiameterLearntAfterBreach_RunsByTheLongerRow()
    {
        var clock = Clock("A-4.4c");
        clock.Fire(Begin.AddHours(25)).Count.ShouldBe(4);
        var rule = Rule("A-4.4d");
        clock.Redecide(rule, ClockPlanner.Plan(rule, Begin, Calendar), "管径核实为 DN700");
        clock.RuleId.ShouldBe("A-4.4d");
        clock.State.ShouldBe(ClockState.Running);
        clock.BreachedAt.ShouldBeNull();
        clock.DueAt.ShouldBe(Begin.AddHours(38));
        clock.Explanation.ShouldContain("到期时间由 2026-07-07（周二）08:00 改为 2026-07-07（周二）22:00");
        clock.Fire(Begin.AddHours(37)).ShouldBeEmpty();
        clock.Fire(Begin.AddHours(38)).ShouldHaveSingleItem().Rung.ShouldBe("due");
        clock.State.ShouldBe(ClockState.Breached);
        clock.Fire(Begin.AddHours(50)).Select(t => t.Rung).ShouldBe(["escalate-1", "escalate-2"]);
    }

    [Fact]
    public void Redecide_AfterPause_AddsThePauseAgain()
    {
        var clock = Clock("A-4.4c");
        clock.Pause(Begin.AddHours(1), "停电");
        clock.Resume(Begin.AddHours(3), "来电");
        var rule = Rule("A-4.4e");
        clock.Redecide(rule, ClockPlanner.Plan(rule, Begin, Calendar), "管径核实为 DN800");
        clock.DueAt.ShouldBe(Begin.AddHours(50));
        clock.RegulationDueAt.ShouldBe(Begin.AddHours(48));
        clock.NextAt.ShouldBe(Begin.AddHours(42));
    }

    [Fact]
    public void Redecide_EndedLate_IsJudgedAnew()
    {
        var clock = Clock("A-4.4c");
        clock.Fire(Begin.AddHours(24));
        clock.Stop(Begin.AddHours(30));
        var rule = Rule("A-4.4d");
        clock.Redecide(rule, ClockPlanner.Plan(rule, Begin, Calendar), "管径核实为 DN700");
        clock.State.ShouldBe(ClockState.Met);
        clock.NextAt.ShouldBeNull();
    }

    [Fact]
    public void Redecide_CalendarLoaded_RemovesTheEstimate()
    {
        var rule = Rule("B-6.3.1a");
        var start = At("2026-12-31T16:00:00");
        var clock = SlaClock.Start(Guid.NewGuid(), rule, 1, ClockPlanner.Plan(rule, start, Calendar), null);
        clock.Estimated.ShouldBeTrue();
        var holidays = new Dictionary<DateOnly, string> { [new(2027, 1, 1)] = "元旦", [new(2027, 1, 4)] = "元旦" };
        var loaded = Calendar.With(new Domain.Calendars.CalendarYear(2027, holidays, new Dictionary<DateOnly, string>()));
        clock.Redecide(ClockPlanner.Plan(rule, start, loaded), "已导入 2027 年日历");
        clock.Estimated.ShouldBeFalse();
        clock.DueAt.ShouldBe(At("2027-01-05T17:30:00"));
    }

    [Fact]
    public void Reopen_DueMeanwhile_IsBreachedAtTheNextLook()
    {
        var clock = Clock("A-2.1b");
        clock.Stop(Begin.AddMinutes(50));

        clock.Reopen(Begin.AddMinutes(70), "办理结果已撤回");

        (clock.State, clock.EndedAt, clock.IsEnded, clock.DueAt).ShouldBe((ClockState.Running, null, false, Begin.AddHours(1)));
        clock.Fire(Begin.AddMinutes(70)).Select(threshold => threshold.Kind).ShouldContain(ThresholdKind.Due);
        (clock.State, clock.BreachedAt).ShouldBe((ClockState.Breached, Begin.AddHours(1)));
        clock.Explanation.ShouldContain("恢复计时");
    }

    [Fact]
    public void Reopen_BreachThatTheWorkHadWithdrawn_IsABreachAgain()
    {
        var clock = Clock("A-2.1b");
        clock.Fire(Begin.AddMinutes(61));
        clock.Stop(Begin.AddMinutes(40));
        clock.State.ShouldBe(ClockState.Met);

        clock.Reopen(Begin.AddMinutes(70), "办理结果已撤回");

        (clock.State, clock.BreachedAt).ShouldBe((ClockState.Breached, Begin.AddHours(1)));
    }

    [Fact]
    public void Reopen_NotStopped_Throws()
    {
        var clock = Clock("A-2.1b");
        Should.Throw<InvalidClockTransitionException>(() => clock.Reopen(Begin, "错"));
        clock.Supersede(Begin, "类别更正");
        Should.Throw<InvalidClockTransitionException>(() => clock.Reopen(Begin, "错"));
    }

    [Fact]
    public void Redecide_OtherStart_Throws() => Should.Throw<ArgumentException>(() =>
        Clock("A-4.3").Redecide(ClockPlanner.Plan(Rule("A-4.3"), Begin.AddHours(1), Calendar), "错"));

    [Fact]
    public void Thresholds_StoredAsJson_ComeBackTheSame()
    {
        var clock = Clock("A-7.1");
        clock.Fire(Begin.AddMinutes(70));
        var stored = System.Text.Json.JsonSerializer.Serialize(clock.Thresholds);
        var back = System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<ClockThreshold>>(stored)!;
        System.Text.Json.JsonSerializer.Serialize(back).ShouldBe(stored);
        back[0].FiredAt.ShouldBe(Begin.AddMinutes(70));
        back[0].Recipients.ShouldBe(["holder"]);
    }

    private static SlaClock Clock(string rule) =>
        SlaClock.Start(Guid.NewGuid(), Rule(rule), 1, ClockPlanner.Plan(Rule(rule), Begin, Calendar), "network");

    private static void End(SlaClock clock, string how)
    {
        if (how == "stop") clock.Stop(Begin.AddHours(2));
        else if (how == "supersede") clock.Supersede(Begin.AddHours(2), "类别更正");
        else clock.Cancel(Begin.AddHours(2), "办结");
    }
}
