using Bpm.Domain.Clocks;
using Bpm.Domain.Penalties;
using Bpm.Domain.Tests.Regulations;

namespace Bpm.Domain.Tests.Penalties;

/// <summary>What missed clocks propose, and that they propose it once.</summary>
public sealed class PenaltyProposalsTests
{
    private static readonly DateTimeOffset _now = Shipped.At("2026-09-24T17:00:00");
    private static readonly PenaltyProposals _proposals = new(Shipped.Xx, Packs.A, Shipped.Calendar);

    [Theory]
    [InlineData("wechat", "A-8.1 当班热线服务人员")]
    [InlineData("hotline", "")]
    public void FirstReply_Missed_CostsOnWeChatOnly(string channel, string rows) =>
        Told(_proposals.Follow(Missed("A-2.1b", channel), [], _now)).ShouldBe(rows);

    [Fact]
    public void FirstReply_Missed_IsTheAgentsOnShiftWhenItFellDue()
    {
        var complaint = Missed("A-2.1b", "wechat");
        var row = _proposals.Follow(complaint, [], _now).Proposed.ShouldHaveSingleItem();
        row.Person.ShouldBe(Packs.A.OnDuty("hotline", complaint.Clocks[0].DueAt).ShouldHaveSingleItem());
        (row.ClockId, row.Department, row.Day).ShouldBe((complaint.Clocks[0].Id, "hotline", new DateOnly(2026, 9, 24)));
    }

    [Fact]
    public void Department_MissedWithoutHolder_NamesTheHeadAndLeavesTheWorkerOpen()
    {
        var rows = _proposals.Follow(Missed("A-4.3", "hotline", "network"), [], _now).Proposed;
        rows.Select(row => (row.Title, row.Person, row.Department)).ShouldBe([("部门经理", "a.network.manager", "network"), ("主要责任工作人员", null, "network")]);
        rows[1].Evidence.Value.ShouldContain("人工补填");
    }

    [Fact]
    public void Department_HeadDidTheWork_AnswersOnce()
    {
        var complaint = Missed("A-4.5", "hotline", "quality", "a.quality");
        _proposals.Follow(complaint, [], _now).Proposed.ShouldHaveSingleItem().Person.ShouldBe("a.quality");
    }

    [Fact]
    public void Department_ThatGotTheCaseOnTheWay_IsNotPenalised()
    {
        var complaint = Missed("A-4.5", "hotline", "quality");
        complaint.HandOver("quality", _now.AddMinutes(-30)).IsRefused.ShouldBeFalse();
        var changes = _proposals.Follow(complaint, [], _now);
        changes.Proposed.ShouldBeEmpty();
        changes.Misrouted.ShouldBe([complaint.Clocks[0]]);
    }

    [Fact]
    public void Follow_Again_ProposesNothingMore_AndWithdrawsWhenTheBreachGoes()
    {
        var complaint = Missed("A-2.1b", "wechat");
        var rows = _proposals.Follow(complaint, [], _now).Proposed;
        _proposals.Follow(complaint, rows, _now).Proposed.ShouldBeEmpty();

        complaint.Clocks[0].Stop(complaint.Clocks[0].StartedAt.AddMinutes(1));
        var gone = _proposals.Follow(complaint, rows, _now);
        gone.Withdrawn.ShouldBe(rows);
        rows[0].State.ShouldBe(PenaltyState.Withdrawn);
        _proposals.Follow(complaint, rows, _now).Withdrawn.ShouldBeEmpty();
    }

    [Fact]
    public void NotFound_LevelThatFoundIt_IsLeftOut()
    {
        var complaint = Missed("A-2.1b", "wechat");
        var changes = _proposals.NotFound(complaint, complaint.Clocks[0], (_, liable) => liable.Title == "受理主管", [], _now);
        changes.Proposed.Select(row => row.Person).ShouldBe(["a.deputy", "a.manager"]);
        _proposals.FindBy(Shipped.Xx.FindPenalty("A-8.2")!, complaint.Clocks[0]).ShouldBe(Shipped.At("2026-09-26T00:00:00"));
    }

    private static string Told(PenaltyChanges changes) => string.Join('|', changes.Proposed.Select(row => $"{row.Article} {row.Title}"));

    private static Case Missed(string ruleId, string channel, string? department = null, string? holder = null)
    {
        var complaint = Case.Register(
            Sample.OfA with { Channel = channel }, Packs.A.Profile, Sample.Stamp with { RegisteredBy = "a.hotline", Now = _now.AddHours(-2) }).Value;
        var start = _now.AddHours(-2);
        if (department is not null)
            complaint.HandOver(department, start);
        var due = start.AddHours(1);
        var clock = complaint.StartClock(Shipped.Rule(ruleId), new(start, due, false, "说明", [new("due", ThresholdKind.Due, due, [], false)], "Asia/Shanghai"), department);
        if (holder is not null)
        {
            var task = complaint.OpenTask(Sample.Spec("dept:" + department) with { RuleId = ruleId }, start);
            task.Claim(holder).IsRefused.ShouldBeFalse();
        }

        clock.Fire(_now);
        return complaint;
    }
}
