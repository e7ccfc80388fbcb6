using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Notices;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Complaints;

public sealed class CaseTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Close_OpenCase_EndsEveryClockAndTask()
    {
        var subject = Sample.CaseB();
        var met = subject.StartClock(Sample.Rule("R-1"), Sample.Plan(_now), null);
        var running = subject.StartClock(Sample.Rule("R-2"), Sample.Plan(_now), "unit1");
        subject.StopClock("R-1", _now);
        var open = subject.OpenTask(Sample.Spec("role:hotline"), _now);
        var claimed = subject.OpenTask(Sample.Spec("role:hotline"), _now);
        claimed.Claim("b.hotline");
        var done = subject.OpenTask(Sample.Spec("role:hotline"), _now);
        done.Claim("b.hotline");
        done.Complete("b.hotline", Sample.Done(), _now);

        subject.Close("satisfied", true, _now.AddHours(1)).IsRefused.ShouldBeFalse();

        subject.Status.ShouldBe(CaseStatus.Closed);
        subject.Ending.ShouldBe("satisfied");
        subject.Founded.ShouldBe(true);
        subject.ClosedAt.ShouldBe(_now.AddHours(1));
        met.State.ShouldBe(ClockState.Met);
        running.State.ShouldBe(ClockState.Cancelled);
        open.State.ShouldBe(TaskState.Cancelled);
        claimed.State.ShouldBe(TaskState.Cancelled);
        done.State.ShouldBe(TaskState.Completed);
        claimed.Complete("b.hotline", Sample.Done(), _now).Refusal.ShouldBeOfType<TaskCancelled>();
    }

    [Fact]
    public void Close_Twice_IsRefused()
    {
        var subject = Sample.CaseB();
        subject.Close("satisfied", true, _now);

        subject.Close("managed", false, _now).Refusal.ShouldBeOfType<CaseClosed>();
        subject.Ending.ShouldBe("satisfied");
    }

    [Fact]
    public void OpenTask_AfterClosing_CanBeCompleted()
    {
        var subject = Sample.CaseB();
        subject.Close("satisfied", true, _now);

        var lessons = subject.OpenTask(Sample.Spec("head:unit1"), _now.AddHours(1));
        lessons.Claim("b.unit1");

        lessons.Complete("b.unit1", Sample.Done(), _now.AddHours(2)).Value.ShouldBe(TaskProgress.Completed);
        subject.Status.ShouldBe(CaseStatus.Closed);
    }

    [Fact]
    public void ClosedCase_HandOverAndFinding_AreRefused()
    {
        var subject = Sample.CaseB();
        subject.Close("satisfied", true, _now);

        subject.HandOver("unit1", _now).Refusal.ShouldBeOfType<CaseClosed>();
        subject.RecordFinding(true, [], null, _now).Refusal.ShouldBeOfType<CaseClosed>();
    }

    [Fact]
    public void BindWorkflow_Twice_Throws()
    {
        var subject = Sample.CaseB();
        subject.BindWorkflow("d", "d:1", 1, "i1");

        Should.Throw<InvalidOperationException>(() => subject.BindWorkflow("d", "d:2", 2, "i2"));
        subject.DefinitionVersionId.ShouldBe("d:1");
    }

    [Fact]
    public void HandOver_Again_KeepsEveryDepartment()
    {
        var subject = Sample.CaseB();

        subject.HandOver("unit1", _now);
        subject.HandOver("unit2", _now.AddHours(1));
        subject.HandOver("unit1", _now.AddHours(2));

        subject.Department.ShouldBe("unit1");
        subject.HandedOverAt.ShouldBe(_now.AddHours(2));
        subject.Departments.ShouldBe(["unit1", "unit2"]);
    }

    [Fact]
    public void RecordFinding_AccusedHolder_LosesTaskAndIsExcludedFromLaterOnes()
    {
        var subject = Sample.CaseB("discipline");
        var task = subject.OpenTask(Sample.Spec("head:unit1"), _now);
        task.Claim("b.unit1");

        subject.RecordFinding(true, ["b.unit1"], "unit1", _now);

        task.State.ShouldBe(TaskState.Open);
        task.Assignee.ShouldBeNull();
        task.Claim("b.unit1").Refusal.ShouldBeOfType<TaskPersonExcluded>();
        subject.OpenTask(Sample.Spec("head:unit1"), _now).CanClaim("b.unit1").ShouldBeFalse();
        subject.Founded.ShouldBe(true);
        subject.AccusedUnit.ShouldBe("unit1");
    }

    [Fact]
    public void AddReply_Twice_KeepsBothAndShowsLatest()
    {
        var subject = Sample.CaseA();

        subject.AddReply("first", "已转达", "a.hotline", _now);
        subject.AddReply("final", "已冲洗管道", "a.hotline2", _now.AddDays(1));

        subject.Replies.Select(r => (r.Version, r.Kind, r.By, r.At, r.Text.Value)).ShouldBe(
            [(1, "first", "a.hotline", _now, "已转达"), (2, "final", "a.hotline2", _now.AddDays(1), "已冲洗管道")]);
        subject.LatestReply!.Text.Value.ShouldBe("已冲洗管道");
        subject.LatestReply.Channel.ShouldBe("hotline");
    }

    [Fact]
    public void AddReply_Opinion_IsNotForTheCustomer()
    {
        var subject = Sample.CaseB("discipline");
        subject.AddReply(ReplyKinds.First, "已登记", "b.hotline", _now);

        subject.AddReply(ReplyKinds.Opinion, "责任人已处理", "b.director", _now.AddDays(1));

        subject.LatestReply!.Text.ShouldBe(new("已登记", true));
        subject.ReleasedOpinion()!.Text.ShouldBe(new("责任人已处理", true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("铃\u0007")]
    public void AddReply_UnusableText_IsRefused(string? text)
    {
        var subject = Sample.CaseA();

        subject.AddReply("first", text, "a.hotline", _now).Refusal.ShouldBeOfType<ReplyTextInvalid>().Errors.Keys.ShouldBe(["text"]);
        subject.Replies.ShouldBeEmpty();
    }

    [Fact]
    public void RecordFollowUp_Calls_AreNumberedAndCountedInARow()
    {
        var subject = Sample.CaseB();

        subject.RecordFollowUp(FollowUpResult.Unreachable, "b.hotline", null, _now);
        subject.RecordFollowUp(FollowUpResult.NotSatisfied, "b.hotline", "仍渗水", _now);
        subject.RecordFollowUp(FollowUpResult.Unreachable, "b.hotline", null, _now);
        subject.RecordFollowUp(FollowUpResult.Unreachable, "b.hotline", null, _now);

        subject.FollowUps.Select(f => f.Attempt).ShouldBe([1, 2, 3, 4]);
        subject.FollowUps[1].Note.ShouldBe(new("仍渗水", true));
        subject.UnreachableInARow.ShouldBe(2);
    }

    [Fact]
    public void RaiseNotice_ConfidentialCase_HasNeutralText()
    {
        var spec = new NoticeSpec("b.manager", NoticeKind.Overdue, "初步调查意见已逾期", _now, _now, null, "B-F2b", "due");

        var notice = Sample.CaseB("discipline").RaiseNotice(spec).ShouldNotBeNull();

        notice.Text.ShouldBe("案件 LC20260924-0001 有事项已逾期，请登录系统查看。");
        Sample.CaseA().RaiseNotice(spec with { Recipient = "a.supervisor" })!.Text.ShouldBe("初步调查意见已逾期");
    }

    [Fact]
    public void RaiseNotice_Accused_IsToldNothing()
    {
        var subject = Sample.CaseB("discipline");
        subject.RecordFinding(true, ["b.unit1"], null, _now);

        subject.RaiseNotice(new("b.unit1", NoticeKind.Copy, "抄送", _now, _now)).ShouldBeNull();
        subject.Notices.ShouldBeEmpty();
    }

    [Fact]
    public void NeutralText_EveryKind_NamesTheNumberOnly() =>
        Enum.GetValues<NoticeKind>().ShouldAllBe(kind => NeutralText.Of(kind, "LC-1").Contains("案件 LC-1"));

    [Fact]
    public void Link_Twice_IsKeptOnce()
    {
        var subject = Sample.CaseA();

        subject.Link("XX20260101-0001", "repeat", "a.hotline", _now);
        subject.Link("XX20260101-0001", "repeat", "a.hotline", _now.AddHours(1));

        subject.Links.ShouldHaveSingleItem().At.ShouldBe(_now);
    }

    [Fact]
    public void Steps_Completed_AreCountedWithTheirDoers()
    {
        var subject = Sample.CaseA();
        foreach (var agent in (string[])["a.hotline", "a.hotline2", "a.hotline"])
        {
            var task = subject.OpenTask(Sample.Spec("role:hotline"), _now);
            task.Claim(agent);
            task.Complete(agent, agent == "a.hotline2" ? new("Returned", null, "非本部门") : Sample.Done(), _now);
        }

        subject.CountOutcome("handle", "Done").ShouldBe(2);
        subject.CountOutcome("handle", "Returned").ShouldBe(1);
        subject.DoersOf("handle").ShouldBe(["a.hotline", "a.hotline2"]);
        subject.LastCompleted("handle").ShouldBe(subject.Tasks[2]);
        subject.LastCompleted("other").ShouldBeNull();
    }
}
