using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

public sealed class HumanTaskCompleteTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Complete_ByHolder_KeepsOutcomeAndAnswer()
    {
        var task = Claimed();

        var result = task.Complete("a.hotline", new("Done", Sample.Values("""{"text":"已处理"}"""), " 顺利 "), _now.AddMinutes(5));

        result.Value.ShouldBe(TaskProgress.Completed);
        task.State.ShouldBe(TaskState.Completed);
        task.Outcome.ShouldBe("Done");
        task.CompletedBy.ShouldBe("a.hotline");
        task.CompletedAt.ShouldBe(_now.AddMinutes(5));
        task.OccurredAt.ShouldBeNull();
        task.Answer!.Value.Text("text").ShouldBe("已处理");
        task.Answer.Value.Comment.ShouldBe("顺利");
        task.Answer.Sealed.ShouldBeFalse();
    }

    [Fact]
    public void Complete_ConfidentialCase_SealsAnswer()
    {
        var task = Sample.CaseB().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Claim("b.hotline");
        task.Complete("b.hotline", Sample.Done(), _now);

        task.Answer!.Sealed.ShouldBeTrue();
    }

    [Fact]
    public void Complete_Unclaimed_IsConflict()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);

        task.Complete("a.hotline", Sample.Done(), _now).Refusal.ShouldBeOfType<TaskNotClaimed>().Kind.ShouldBe(RefusalKind.Conflict);
    }

    [Fact]
    public void Complete_HeldByAnother_IsForbidden() =>
        Claimed().Complete("a.hotline2", Sample.Done(), _now).Refusal.ShouldBeOfType<TaskNotHeld>().Kind.ShouldBe(RefusalKind.Forbidden);

    [Fact]
    public void Complete_Twice_IsConflict()
    {
        var task = Claimed();
        task.Complete("a.hotline", Sample.Done(), _now);

        var refusal = task.Complete("a.hotline", Sample.Done(), _now).Refusal.ShouldNotBeNull();

        (refusal.Code, refusal.Kind).ShouldBe(("TASK-ALREADY-DONE", RefusalKind.Conflict));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("done")]
    public void Complete_UnknownOutcome_NamesTheField(string? outcome) =>
        Claimed().Complete("a.hotline", new(outcome), _now).Refusal.ShouldBeOfType<TaskOutcomeUnknown>().Errors.Keys.ShouldBe(["outcome"]);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Complete_ReasonMissing_NamesTheComment(string? comment) =>
        Claimed().Complete("a.hotline", new("Returned", null, comment), _now)
            .Refusal.ShouldBeOfType<TaskReasonRequired>().Errors.Keys.ShouldBe(["comment"]);

    [Fact]
    public void Complete_LongOrUncleanComment_IsRefused()
    {
        Claimed().Complete("a.hotline", new("Returned", null, new('字', 2001)), _now).Refusal.ShouldBeOfType<TaskTextInvalid>();
        Claimed().Complete("a.hotline", new("Returned", null, "铃\u0007"), _now).Refusal.ShouldBeOfType<TaskTextInvalid>();
        Claimed().Complete("a.hotline", new("Returned", null, new('字', 2000)), _now).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Complete_InvalidForm_LeavesTaskAsItIs()
    {
        var task = Claimed();

        task.Complete("a.hotline", new("Done"), _now).Refusal.ShouldBeOfType<TaskFormInvalid>().Errors.Keys.ShouldBe(["text"]);
        (task.State, task.Outcome, task.Answer).ShouldBe((TaskState.Claimed, null, null));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(-30, null)]
    [InlineData(-31, "TASK-OCCURRED-TOO-EARLY")]
    [InlineData(1, "TASK-OCCURRED-IN-FUTURE")]
    [InlineData(-121, "TASK-OCCURRED-BEFORE-START")]
    public void Complete_OccurredAt_IsNearAndNotBeforeStart(int minutes, string? code)
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline") with { EarliestOccurrence = _now.AddHours(-2) }, _now);
        task.Claim("a.hotline");
        var values = Sample.Values($$"""{"text":"到达","occurredAt":"{{_now.AddMinutes(minutes):yyyy-MM-ddTHH:mm:sszzz}}"}""");

        var result = task.Complete("a.hotline", new("Done", values), _now);

        result.Refusal?.Code.ShouldBe(code);
        if (code is null)
            task.OccurredAt.ShouldBe(_now.AddMinutes(minutes));
        else
            result.Refusal!.Errors.Keys.ShouldBe(["occurredAt"]);
    }

    private static HumanTask Claimed()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Claim("a.hotline");
        return task;
    }
}
