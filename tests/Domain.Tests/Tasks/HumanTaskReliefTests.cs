using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

/// <summary>A task whose holder's shift has ended, and one that is escalated: others may take it over, the holder may still finish it.</summary>
public sealed class HumanTaskReliefTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Relieve_Claimed_MayBeTakenByAnotherCandidateButNotClaimedAgainByItsHolder()
    {
        var task = Claimed();

        task.Relieve().ShouldBeTrue();

        (task.State, task.Assignee, task.Relieved).ShouldBe((TaskState.Claimed, "a.hotline", true));
        IsAvailable(task, "a.hotline2").ShouldBeTrue();
        IsAvailable(task, "a.hotline").ShouldBeFalse();
        task.Claim("a.hotline").Refusal.ShouldBeOfType<TaskAlreadyClaimed>();
        task.Claim("a.hotline2").IsRefused.ShouldBeFalse();
        (task.Assignee, task.Relieved).ShouldBe(("a.hotline2", false));
        task.Complete("a.hotline", Sample.Done(), _now).Refusal.ShouldBeOfType<TaskNotHeld>();
    }

    [Fact]
    public void Relieve_HolderFinishesFirst_IsDoneByTheHolder()
    {
        var task = Claimed();
        task.Relieve();

        task.Complete("a.hotline", Sample.Done(), _now).Value.ShouldBe(TaskProgress.Completed);

        task.CompletedBy.ShouldBe("a.hotline");
        IsAvailable(task, "a.hotline2").ShouldBeFalse();
    }

    [Fact]
    public void Relieve_Unclaimed_ChangesNothing()
    {
        var task = Claimed();
        task.Release("a.hotline");
        var revision = task.Revision;

        task.Relieve().ShouldBeFalse();

        task.Revision.ShouldBe(revision);
    }

    [Fact]
    public void Relieve_Twice_ChangesNothingMore()
    {
        var task = Claimed();
        task.Relieve();

        task.Relieve().ShouldBeFalse();
    }

    [Fact]
    public void Escalate_Open_AddsTheCandidates()
    {
        var task = Claimed();
        task.Release("a.hotline");

        task.Escalate(["role:deputy"]).ShouldBeTrue();

        task.Candidates.ShouldContain("role:deputy");
        task.Relieved.ShouldBeFalse();
        task.Claim("a.deputy").IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Escalate_Claimed_MayBeTakenOver()
    {
        var task = Claimed();

        task.Escalate(["role:deputy"]).ShouldBeTrue();

        task.Relieved.ShouldBeTrue();
        task.Claim("a.deputy").IsRefused.ShouldBeFalse();
        task.Assignee.ShouldBe("a.deputy");
    }

    [Fact]
    public void Escalate_ToThoseWhoAreCandidatesAlready_ChangesNothing()
    {
        var task = Claimed();
        task.Escalate(["role:deputy"]);
        var revision = task.Revision;

        task.Escalate(["role:deputy"]).ShouldBeFalse();

        task.Revision.ShouldBe(revision);
    }

    [Fact]
    public void Escalate_Completed_ChangesNothing()
    {
        var task = Claimed();
        task.Complete("a.hotline", Sample.Done(), _now);

        task.Escalate(["role:deputy"]).ShouldBeFalse();

        task.Candidates.ShouldNotContain("role:deputy");
    }

    private static bool IsAvailable(HumanTask task, string userName) => task.IsAvailableTo(Packs.Person(userName), Packs.KeysOf(userName));

    private static HumanTask Claimed()
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);
        task.Claim("a.hotline").IsRefused.ShouldBeFalse();
        return task;
    }
}
