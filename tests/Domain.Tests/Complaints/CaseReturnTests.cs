using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Complaints;

/// <summary>What completing a task led to, and taking that back.</summary>
public sealed class CaseReturnTests
{
    private static readonly DateTimeOffset _now = Sample.Now;
    private static readonly DateTimeOffset _later = Sample.Now.AddMinutes(30);

    [Fact]
    public void Effects_TellWhatChanged_AndNothingElse()
    {
        var (subject, task, next) = Handled(_ => { });

        var effects = task.Effects!;

        effects.Opened.ShouldBe([next.Id]);
        effects.Started.ShouldBe([subject.RunningClock("R-2")!.Id]);
        effects.Ended.ShouldBe([subject.Clocks.Single(clock => clock.RuleId == "R-1").Id]);
        effects.Told.ShouldBe(["b.unit1"]);
        (effects.Former?.Code, effects.Final).ShouldBe((null, false));
        subject.Departments.ShouldBe(["unit1"]);
        effects.Former!.All.ShouldBeEmpty();
    }

    [Fact]
    public void TakeBack_Untouched_PutsTaskClocksAndDepartmentBack()
    {
        var (subject, task, _) = Handled(_ => { });
        subject.RefuseTakingBack(task).ShouldBeNull();
        var effects = task.Effects!;

        task.TakeBack("b.hotline", "选错", _later).IsRefused.ShouldBeFalse();
        subject.Undo(effects, _later);

        (task.State, task.Assignee, task.Outcome, task.Answer, task.CompletedAt, task.CompletedBy, task.Effects).ShouldBe((TaskState.Claimed, "b.hotline", null, null, null, null, null));
        var trail = task.Handovers.Value[^1];
        (trail.Kind, trail.Reason, trail.Outcome, trail.Opinion!.Text("text")).ShouldBe((TaskHandoverKind.TakeBack, "选错", "Done", "已处理"));
        subject.Clocks.Select(clock => (clock.RuleId, clock.State)).ShouldBe([("R-1", ClockState.Running), ("R-2", ClockState.Cancelled)]);
        subject.RunningClock("R-1")!.DueAt.ShouldBe(_now.AddHours(1));
        (subject.Department, subject.HandedOverAt, subject.Departments.Count).ShouldBe((null, null, 0));
        task.Complete("b.hotline", Sample.Done(), _later).Value.ShouldBe(TaskProgress.Completed);
    }

    [Theory]
    [InlineData("claimed")]
    [InlineData("urged")]
    [InlineData("answered")]
    [InlineData("found")]
    [InlineData("closed")]
    [InlineData("nothing opened")]
    public void TakeBack_WhereOthersWentOn_IsRefused(string how)
    {
        var (subject, task, next) = Handled(
            subject =>
            {
                if (how == "answered") subject.AddReply(ReplyKinds.First, "已受理", "b.hotline", _now);
                if (how == "found") subject.RecordFinding(true, [], null, _now);
            },
            opens: how != "nothing opened");
        if (how == "claimed") next.Claim("b.unit1");
        if (how == "urged") subject.Remind(next, "b.hotline", "请尽快", [("b.unit1", _now)], _now, TimeZoneInfo.Utc).IsRefused.ShouldBeFalse();
        if (how == "closed") subject.Close("done", null, _now);

        var refusal = subject.RefuseTakingBack(task);

        if (how == "closed") refusal.ShouldBeOfType<CaseClosed>();
        else refusal.ShouldBeOfType<TaskNotWithdrawable>().Message.ShouldContain("不能撤回");
    }

    [Fact]
    public void TakeBack_NotCompletedOrByAnother_IsRefused()
    {
        var (_, task, next) = Handled(_ => { });
        next.TakeBack("b.hotline", "选错", _later).Refusal.ShouldBeOfType<TaskNotWithdrawable>();
        task.TakeBack("b.unit1", "选错", _later).Refusal.ShouldBeOfType<TaskNotHeld>();
        task.TakeBack("b.hotline", " ", _later).Refusal.ShouldBeOfType<TaskReasonRequired>();
        task.State.ShouldBe(TaskState.Completed);
    }

    [Fact]
    public void SendBack_ByTheHolder_IsInTheTrail()
    {
        var (_, _, next) = Handled(_ => { });
        next.SendBack("b.unit1", "审核", "不属于我单位", _later).Refusal.ShouldBeOfType<TaskNotClaimed>();
        next.Claim("b.unit1");
        next.SendBack("b.unit1", "审核", null, _later).Refusal.ShouldBeOfType<TaskReasonRequired>();
        next.SendBack("b.unit1", "审核", "不属于我单位", _later).IsRefused.ShouldBeFalse();
        next.Handovers.Value.ShouldHaveSingleItem().ShouldBe(new(TaskHandoverKind.SendBack, "b.unit1", "审核", _later, "不属于我单位"));
    }

    // A task is completed: its clock stops, a department gets the case with a clock and a task of its own, and somebody is told.
    private static (Case Subject, HumanTask Task, HumanTask Next) Handled(Action<Case> also, bool opens = true)
    {
        var subject = Sample.CaseB();
        subject.StartClock(Sample.Rule(), Sample.Plan(_now), null);
        var task = subject.OpenTask(Sample.Spec("role:hotline") with { RuleId = "R-1" }, _now);
        task.Claim("b.hotline");
        subject.CompleteTask(task, Packs.Person("b.hotline"), Packs.KeysOf("b.hotline"), Sample.Done(), _now).IsRefused.ShouldBeFalse();
        var mark = subject.Mark();
        subject.StopClock("R-1", _now);
        subject.HandOver("unit1", _now);
        subject.RaiseNotice(new("b.unit1", NoticeKind.Information, "请处理", _now, _now));
        subject.StartClock(Sample.Rule("R-2"), Sample.Plan(_now), "unit1");
        also(subject);
        var next = opens ? subject.OpenTask(Sample.Spec("head:unit1"), _now) : task;
        task.Note(subject.EffectsSince(mark, final: false));
        return (subject, task, next);
    }
}
