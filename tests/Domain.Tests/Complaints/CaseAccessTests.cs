using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Tests.Complaints;

public sealed class CaseAccessTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Theory]
    [InlineData("a.hotline", AccessLevel.Full)]
    [InlineData("a.hotline2", AccessLevel.Full)]
    [InlineData("a.supervisor", AccessLevel.Full)]
    [InlineData("a.deputy", AccessLevel.Full)]
    [InlineData("a.manager", AccessLevel.Full)]
    [InlineData("a.office", AccessLevel.Full)] // registered it
    [InlineData("a.quality", AccessLevel.Full)] // has the case
    [InlineData("a.network", AccessLevel.Full)] // has a task
    [InlineData("a.engineering", AccessLevel.Summary)]
    [InlineData("a.process", AccessLevel.Summary)]
    [InlineData("a.admin", AccessLevel.Summary)]
    [InlineData("b.hotline", AccessLevel.None)]
    [InlineData("b.chairman", AccessLevel.None)]
    public void Of_OpenCase_CustomerServiceAndThoseConcernedRead(string userName, AccessLevel level)
    {
        var subject = Sample.CaseA(by: "a.office");
        subject.HandOver("quality", _now);
        subject.OpenTask(Sample.Spec("role:network-crew"), _now).Cancel(_now);

        Of(subject, userName).ShouldBe(level);
    }

    [Fact]
    public void Of_OpenCaseMovedOn_FormerDepartmentStillReads()
    {
        var subject = Sample.CaseA();
        subject.HandOver("inspection", _now);
        subject.HandOver("quality", _now);

        Of(subject, "a.inspection").ShouldBe(AccessLevel.Full);
    }

    [Theory]
    [InlineData("b.hotline", AccessLevel.Full)]
    [InlineData("b.dispatcher", AccessLevel.Full)]
    [InlineData("b.manager", AccessLevel.Full)]
    [InlineData("b.unit1", AccessLevel.Full)] // had the task
    [InlineData("b.unit2", AccessLevel.Summary)]
    [InlineData("b.leader", AccessLevel.Summary)]
    [InlineData("b.discipline", AccessLevel.Summary)]
    [InlineData("b.chairman", AccessLevel.Summary)]
    [InlineData("b.admin", AccessLevel.Summary)]
    [InlineData("a.hotline", AccessLevel.None)]
    public void Of_RestrictedCase_HandlersAndSupervisorsRead(string userName, AccessLevel level)
    {
        var subject = Sample.CaseB();
        subject.HandOver("unit2", _now);
        var task = subject.OpenTask(Sample.Spec("head:unit1"), _now);
        task.Claim("b.unit1");
        task.Complete("b.unit1", Sample.Done(), _now);

        Of(subject, userName).ShouldBe(level);
    }

    [Theory]
    [InlineData("b.discipline", AccessLevel.Full)]
    [InlineData("b.director", AccessLevel.Full)]
    [InlineData("b.chairman", AccessLevel.Full)]
    [InlineData("b.hotline", AccessLevel.Summary)] // the registrar too, once it is handed over
    [InlineData("b.dispatcher", AccessLevel.Summary)]
    [InlineData("b.manager", AccessLevel.Summary)]
    [InlineData("b.unit1", AccessLevel.Summary)]
    [InlineData("b.admin", AccessLevel.Summary)]
    [InlineData("b.process", AccessLevel.Summary)]
    [InlineData("a.admin", AccessLevel.None)]
    public void Of_StrictCase_NamedRolesRead(string userName, AccessLevel level)
    {
        var subject = Sample.CaseB("discipline");
        var review = subject.OpenTask(Sample.Spec("role:hotline") with { Outcomes = [new("Done", "受理")] }, _now);
        review.Claim("b.hotline");
        review.Complete("b.hotline", Sample.Done(), _now);
        subject.HandOver("discipline", _now);

        Of(subject, userName).ShouldBe(level);
    }

    [Fact]
    public void Of_StrictCase_OpenTaskLetsReadUntilItEnds()
    {
        var subject = Sample.CaseB("discipline");
        var task = subject.OpenTask(Sample.Spec("head:unit1") with { Outcomes = [new("Done", "办结")] }, _now);

        Of(subject, "b.unit1").ShouldBe(AccessLevel.Full);
        task.Claim("b.unit1");
        Of(subject, "b.unit1").ShouldBe(AccessLevel.Full);
        task.Complete("b.unit1", Sample.Done(), _now);
        Of(subject, "b.unit1").ShouldBe(AccessLevel.Summary);
    }

    [Fact]
    public void Of_StrictCaseClaimedByAColleague_OthersSeeTheSummary()
    {
        var subject = Sample.CaseB("discipline");
        var task = subject.OpenTask(Sample.Spec("role:dispatcher", "role:operations-manager") with { Outcomes = [new("Done", "办结")] }, _now);
        task.Claim("b.dispatcher");

        Of(subject, "b.manager").ShouldBe(AccessLevel.Summary);
        task.Release("b.dispatcher");
        Of(subject, "b.manager").ShouldBe(AccessLevel.Full);
    }

    [Fact]
    public void Of_StrictCaseWithOpinionTask_ShowsTheOpinionOnly()
    {
        var subject = Sample.CaseB("discipline");
        subject.OpenTask(Sample.Spec("role:dispatcher") with { CaseAccess = TaskAccess.Opinion, Outcomes = [new("Done", "记录")] }, _now);

        Of(subject, "b.dispatcher").ShouldBe(AccessLevel.Opinion);
        Of(subject, "b.manager").ShouldBe(AccessLevel.Summary);
    }

    [Fact]
    public void Of_StrictCaseDelegated_OwnerAndDelegateRead()
    {
        var subject = Sample.CaseB("discipline");
        var task = subject.OpenTask(Sample.Spec("head:unit1") with { Outcomes = [new("Done", "办结")] }, _now);
        task.Claim("b.unit1");
        task.Delegate("b.unit1", Packs.Person("b.unit2"), "请协助", _now);

        Of(subject, "b.unit1").ShouldBe(AccessLevel.Full);
        Of(subject, "b.unit2").ShouldBe(AccessLevel.Full);
    }

    [Theory]
    [InlineData("b.unit1")]
    [InlineData("b.discipline")]
    [InlineData("b.chairman")]
    public void Of_Accused_NeverReads(string userName)
    {
        var subject = Sample.CaseB("discipline");
        subject.RecordFinding(true, [userName], null, _now);
        subject.OpenTask(Sample.Spec("user:" + userName), _now);

        Of(subject, userName).ShouldBe(AccessLevel.Summary);
    }

    private static AccessLevel Of(Case subject, string userName) =>
        CaseAccess.Of(subject, Packs.Person(userName), subject.Organisation == "xx-water" ? Packs.A : Packs.B);
}
