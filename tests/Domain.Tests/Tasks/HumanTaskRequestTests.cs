using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Tasks;

/// <summary>Reminders, work handed over by who supervises, and substitutes.</summary>
public sealed class HumanTaskRequestTests
{
    private static readonly DateTimeOffset _now = Sample.Now;
    private static readonly TimeZoneInfo _zone = Packs.A.Profile.Identity.Zone;

    [Fact]
    public void Remind_WithinHalfAnHour_IsRefusedNamingTheTime()
    {
        var task = Open();
        task.Remind("a.supervisor", "客户催问", _now, _zone).IsRefused.ShouldBeFalse();

        var again = task.Remind("a.manager", "再催", _now.AddMinutes(29), _zone).Refusal.ShouldBeOfType<TaskRemindedRecently>();

        again.Message.ShouldContain("09-24 17:30");
        task.Remind("a.manager", "再催", _now.AddMinutes(30), _zone).IsRefused.ShouldBeFalse();
        task.Reminders.ShouldBe(2);
    }

    [Fact]
    public void Remind_OneselfOrWithoutReasonOrAfterTheEnd_IsRefused()
    {
        var task = Open();
        task.Remind("a.supervisor", " ", _now, _zone).Refusal.ShouldBeOfType<TaskReasonRequired>();
        task.Claim("a.hotline");
        task.Remind("a.hotline", "自己", _now, _zone).Refusal.ShouldBeOfType<TaskReminderToOneself>();
        task.Cancel(_now);
        task.Remind("a.supervisor", "催", _now, _zone).Refusal.ShouldBeOfType<TaskCancelled>();
        task.Reminders.ShouldBe(0);
    }

    [Fact]
    public void Reassign_DelegatedTask_IsTheNewHoldersAlone()
    {
        var task = Open();
        task.Claim("a.hotline");
        task.Delegate("a.hotline", Packs.Person("a.meter"), "请核对", _now);

        task.Reassign("a.supervisor", Packs.Person("a.hotline2"), "出差", _now).IsRefused.ShouldBeFalse();

        (task.Assignee, task.Owner, task.State).ShouldBe(("a.hotline2", null, TaskState.Claimed));
        task.Handovers.Value[^1].ShouldBe(new(TaskHandoverKind.Transfer, "a.supervisor", "a.hotline2", _now, "出差"));
        task.Reassign("a.supervisor", Packs.Person("a.hotline2"), "再转", _now).Refusal.ShouldBeOfType<TaskRecipientIsHolder>();
        task.Reassign("a.supervisor", Packs.Person("b.hotline"), "再转", _now).Refusal.ShouldBeOfType<TaskRecipientUnknown>();
    }

    [Fact]
    public void Claim_InTheSteadOfACandidate_NamesThePerson()
    {
        var task = Open();
        task.Claim(Packs.Person("a.tech"), Packs.KeysOf("a.tech")).Refusal.ShouldBeOfType<TaskNotCandidate>();

        task.Claim(Packs.Person("a.tech"), Packs.KeysOf("a.tech"), [Absent("a.hotline")]).IsRefused.ShouldBeFalse();

        (task.Assignee, task.OnBehalfOf).ShouldBe(("a.tech", "a.hotline"));
        task.Release("a.tech");
        task.OnBehalfOf.ShouldBeNull();
    }

    [Fact]
    public void Claim_InTheSteadOfADelegate_StillOwesTheOpinion()
    {
        var task = Open();
        task.Claim("a.hotline");
        task.Delegate("a.hotline", Packs.Person("a.meter"), "请核对", _now);

        task.Claim(Packs.Person("a.tech"), Packs.KeysOf("a.tech"), [Absent("a.meter")]).IsRefused.ShouldBeFalse();

        (task.Assignee, task.Owner, task.OnBehalfOf).ShouldBe(("a.tech", "a.hotline", "a.meter"));
    }

    [Theory]
    [InlineData("a.tech")]
    [InlineData("a.hotline")]
    public void Claim_EitherOfTheTwoExcluded_IsRefused(string excluded)
    {
        var task = Sample.CaseA().OpenTask(Sample.Spec("role:hotline") with { Excluded = [excluded] }, _now);

        task.CanClaim(Packs.Person("a.tech"), Packs.KeysOf("a.tech"), [Absent("a.hotline")]).ShouldBeFalse();
    }

    [Fact]
    public void Claim_HeldBySomebodyPresent_IsNobodyElses()
    {
        var task = Open();
        task.Claim("a.hotline2");
        task.CanClaim(Packs.Person("a.tech"), Packs.KeysOf("a.tech"), [Absent("a.hotline")]).ShouldBeFalse();
    }

    private static HumanTask Open() => Sample.CaseA().OpenTask(Sample.Spec("role:hotline"), _now);

    private static StandIn Absent(string userName) => new(Packs.Person(userName), Packs.KeysOf(userName));
}
