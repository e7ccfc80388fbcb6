using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

public sealed class HumanTaskHandoverTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Transfer_ByHolder_NewHolderCompletes()
    {
        var task = Claimed();

        task.Transfer("a.hotline", Packs.Person("a.meter"), "熟悉情况", _now).IsRefused.ShouldBeFalse();

        (task.Assignee, task.Owner).ShouldBe(("a.meter", null));
        task.Handovers.Value.ShouldHaveSingleItem().ShouldBe(new(TaskHandoverKind.Transfer, "a.hotline", "a.meter", _now, "熟悉情况"));
        task.Complete("a.hotline", Sample.Done(), _now).Refusal.ShouldBeOfType<TaskNotHeld>();
        task.Complete("a.meter", Sample.Done(), _now).Value.ShouldBe(TaskProgress.Completed);
    }

    [Fact]
    public void Delegate_Completed_ReturnsOpinionToOwner()
    {
        var task = Claimed();
        task.Delegate("a.hotline", Packs.Person("a.meter"), "请核对", _now).IsRefused.ShouldBeFalse();
        (task.Assignee, task.Owner).ShouldBe(("a.meter", "a.hotline"));

        var result = task.Complete("a.meter", Sample.Done("读数无误"), _now.AddMinutes(1));

        result.Value.ShouldBe(TaskProgress.ReturnedToOwner);
        (task.State, task.Assignee, task.Owner, task.Outcome).ShouldBe((TaskState.Claimed, "a.hotline", null, null));
        var opinion = task.Handovers.Value[^1];
        (opinion.Kind, opinion.From, opinion.To, opinion.Outcome).ShouldBe((TaskHandoverKind.Return, "a.meter", "a.hotline", "Done"));
        opinion.Opinion!.Text("text").ShouldBe("读数无误");
        task.Complete("a.hotline", Sample.Done(), _now.AddMinutes(2)).Value.ShouldBe(TaskProgress.Completed);
        task.CompletedBy.ShouldBe("a.hotline");
    }

    [Fact]
    public void Delegate_ReturnedInWords_GoesBack()
    {
        var task = Claimed();
        task.ReturnToOwner("a.hotline", "意见", _now).Refusal.ShouldBeOfType<TaskNotDelegated>();
        task.Delegate("a.hotline", Packs.Person("a.meter"), "请核对", _now);

        task.ReturnToOwner("a.meter", " ", _now).Refusal.ShouldBeOfType<TaskReasonRequired>();
        task.ReturnToOwner("a.hotline", "意见", _now).Refusal.ShouldBeOfType<TaskNotHeld>();
        task.ReturnToOwner("a.meter", "建议换表", _now).IsRefused.ShouldBeFalse();

        task.Assignee.ShouldBe("a.hotline");
        task.Handovers.Value[^1].Opinion!.Comment.ShouldBe("建议换表");
    }

    [Fact]
    public void Delegate_HasOnlyTheWayBack()
    {
        var task = Claimed();
        task.Delegate("a.hotline", Packs.Person("a.meter"), "请核对", _now);

        task.Transfer("a.meter", Packs.Person("a.quality"), "转", _now).Refusal.ShouldBeOfType<TaskDelegated>();
        task.Delegate("a.meter", Packs.Person("a.quality"), "转", _now).Refusal.ShouldBeOfType<TaskDelegated>();
        task.Release("a.meter").Refusal.ShouldBeOfType<TaskDelegated>();
    }

    public static TheoryData<string?, string?, string, string> BadHandovers => new()
    {
        { null, "理由", "TASK-RECIPIENT-UNKNOWN", "to" },
        { "b.hotline", "理由", "TASK-RECIPIENT-UNKNOWN", "to" },
        { "a.hotline", "理由", "TASK-RECIPIENT-IS-HOLDER", "to" },
        { "a.inspection", "理由", "TASK-PERSON-EXCLUDED", "to" },
        { "a.meter", null, "TASK-REASON-REQUIRED", "reason" },
        { "a.meter", "  ", "TASK-REASON-REQUIRED", "reason" },
        { "a.meter", "铃\u0007", "TASK-TEXT-INVALID", "reason" },
    };

    [Theory]
    [MemberData(nameof(BadHandovers))]
    public void TransferAndDelegate_BadRequest_IsRefusedNamingTheField(string? to, string? reason, string code, string field)
    {
        var recipient = to is null ? null : Packs.Person(to);
        var transferred = Claimed();
        var delegated = Claimed();

        foreach (var refusal in (Refusal?[])[
            transferred.Transfer("a.hotline", recipient, reason, _now).Refusal,
            delegated.Delegate("a.hotline", recipient, reason, _now).Refusal])
        {
            refusal.ShouldNotBeNull().Code.ShouldBe(code);
            refusal.Errors.Keys.ShouldBe([field]);
        }

        (transferred.Assignee, delegated.Owner).ShouldBe(("a.hotline", null));
    }

    [Fact]
    public void Transfer_ByAnybodyButTheHolder_IsRefused()
    {
        Claimed().Transfer("a.hotline2", Packs.Person("a.meter"), "理由", _now).Refusal.ShouldBeOfType<TaskNotHeld>();
        Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now)
            .Transfer("a.hotline", Packs.Person("a.meter"), "理由", _now).Refusal.ShouldBeOfType<TaskNotClaimed>();
    }

    [Fact]
    public void Recorder_CannotHandOver()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("dept:meter"), _now);
        task.Claim("a.hotline");

        task.Transfer("a.hotline", Packs.Person("a.quality"), "理由", _now).Refusal.ShouldBeOfType<TaskNotCandidate>();
    }

    [Fact]
    public void Exclusion_OfOwner_WithdrawsDelegatedTask()
    {
        var subject = Sample.CaseB("discipline");
        var task = subject.OpenTask(Sample.Spec("head:unit1"), _now);
        task.Claim("b.unit1");
        task.Delegate("b.unit1", Packs.Person("b.unit2"), "请协助", _now);

        subject.RecordFinding(true, ["b.unit1"], null, _now);

        (task.State, task.Assignee, task.Owner).ShouldBe((TaskState.Open, null, null));
        task.Handovers.Value[^1].Kind.ShouldBe(TaskHandoverKind.Withdrawal);
        task.Handovers.Sealed.ShouldBeTrue();
    }

    private static HumanTask Claimed()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline") with { Excluded = ["a.inspection"] }, _now);
        task.Claim("a.hotline");
        return task;
    }
}
