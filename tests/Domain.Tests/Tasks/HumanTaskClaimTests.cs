using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

public sealed class HumanTaskClaimTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    public static TheoryData<string, string, bool> Candidates => new()
    {
        { "role:quality", "a.quality", true },
        { "role:quality", "a.meter", false },
        { "dept:network", "a.network", true },
        { "dept:network", "a.hotline", false },
        { "head:network", "a.network.manager", true },
        { "head:network", "a.network", false },
        { "leader:meter", "a.manager", true },
        { "user:a.it", "a.it", true },
        { "user:a.it", "a.tech", false },
        { "role:hotline", "b.hotline", false },
    };

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Claim_Candidate_DecidesWhoMay(string candidate, string userName, bool may)
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec(candidate) with { Outcomes = [new("Done", "办结")] }, _now);

        task.CanClaim(userName).ShouldBe(may);
        var result = task.Claim(userName);

        if (may)
            (task.State, task.Assignee).ShouldBe((TaskState.Claimed, userName));
        else
            result.Refusal.ShouldBeOfType<TaskNotCandidate>().Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Theory]
    [InlineData("a.hotline")]
    [InlineData("a.hotline2")]
    public void Claim_AlreadyClaimed_IsConflict(string second)
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Claim("a.hotline");

        task.Claim(second).Refusal.ShouldBeOfType<TaskAlreadyClaimed>().Kind.ShouldBe(RefusalKind.Conflict);
        task.Assignee.ShouldBe("a.hotline");
    }

    [Fact]
    public void Claim_Excluded_BeatsEveryKey()
    {
        var spec = Sample.Spec("user:a.hotline", "role:hotline", "dept:hotline") with { Excluded = ["a.hotline"] };
        var task = Sample.CaseA().OpenTask(spec, _now);

        task.CanClaim("a.hotline").ShouldBeFalse();
        task.Claim("a.hotline").Refusal.ShouldBeOfType<TaskPersonExcluded>().Kind.ShouldBe(RefusalKind.Forbidden);
        task.CanClaim("a.hotline2").ShouldBeTrue();
    }

    [Fact]
    public void Claim_Ended_SaysHow()
    {
        var subject = Sample.CaseA();
        var done = subject.OpenTask(Sample.Spec("role:hotline"), _now);
        done.Claim("a.hotline");
        done.Complete("a.hotline", Sample.Done(), _now);
        var cancelled = subject.OpenTask(Sample.Spec("role:hotline"), _now);
        cancelled.Cancel(_now).ShouldBeTrue();

        done.Claim("a.hotline2").Refusal.ShouldBeOfType<TaskAlreadyDone>();
        cancelled.Claim("a.hotline2").Refusal.ShouldBeOfType<TaskCancelled>();
        cancelled.Cancel(_now).ShouldBeFalse();
    }

    [Fact]
    public void Release_ByHolder_OpensItForAll()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Release("a.hotline").Refusal.ShouldBeOfType<TaskNotClaimed>();
        task.Claim("a.hotline");

        task.Release("a.hotline2").Refusal.ShouldBeOfType<TaskNotHeld>();
        task.Release("a.hotline").IsRefused.ShouldBeFalse();

        (task.State, task.Assignee).ShouldBe((TaskState.Open, null));
        task.CanClaim("a.hotline2").ShouldBeTrue();
    }

    [Fact]
    public void Recorder_MayClaimButDoesNotSeeItInTheList()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("dept:meter"), _now);
        var agent = Packs.Person("a.hotline");
        var keys = Packs.KeysOf("a.hotline");

        task.IsAvailableTo(agent, keys).ShouldBeFalse();
        task.IsRecorder(agent, keys).ShouldBeTrue();
        task.CanClaim(agent, keys).ShouldBeTrue();
        task.IsAvailableTo(Packs.Person("a.meter"), Packs.KeysOf("a.meter")).ShouldBeTrue();
        task.CanClaim("a.quality").ShouldBeFalse();
    }

    [Theory]
    [InlineData("BySms", true)]
    [InlineData("Done", false)]
    [InlineData("Returned", false)]
    public void Recorder_ChoosesOnlyOutcomesToRecord(string outcome, bool may)
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("dept:meter"), _now);
        task.Claim("a.hotline");

        var result = task.Complete("a.hotline", new(outcome, Sample.Values("""{"text":"读数正确"}"""), "短信"), _now);

        if (may)
            result.Value.ShouldBe(TaskProgress.Completed);
        else
            result.Refusal.ShouldBeOfType<TaskOutcomeNotRecordable>().Errors.Keys.ShouldBe(["outcome"]);
    }

    [Fact]
    public void Candidate_MayChooseRecordedOutcomeToo()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("dept:meter"), _now);
        task.Claim("a.meter");

        task.Complete("a.meter", new("BySms"), _now).Value.ShouldBe(TaskProgress.Completed);
    }

    [Fact]
    public void Revision_EveryChange_CountsUp()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Claim("a.hotline");
        task.Release("a.hotline");
        task.Claim("a.hotline2");
        task.Claim("a.hotline");

        task.Revision.ShouldBe(3);
    }
}
