using Bpm.Domain.Penalties;
using Bpm.Domain.Tests.Regulations;

namespace Bpm.Domain.Tests.Penalties;

/// <summary>Who may do what to a row of the ledger, and when.</summary>
public sealed class PenaltyTests
{
    private static readonly DateTimeOffset _now = Sample.Now;

    [Fact]
    public void Confirm_BySecondPerson_Counts()
    {
        var row = Row();
        row.Confirm("a.manager", _now).IsRefused.ShouldBeFalse();
        (row.State, row.ConfirmedBy, row.Amount, row.Points).ShouldBe((PenaltyState.Confirmed, "a.manager", 20m, 2));
        row.Confirm("a.deputy", _now).Refusal.ShouldBeOfType<PenaltyStateWrong>();
    }

    [Fact]
    public void Confirm_ByProposerCompleterOrPersonConcerned_IsRefused()
    {
        Row(by: "a.manager").Confirm("a.manager", _now).Refusal.ShouldBeOfType<PenaltyOwnProposal>();
        Row().Confirm("a.hotline", _now).Refusal.ShouldBeOfType<PenaltyOwn>();
        var completed = Row(person: null);
        completed.Confirm("a.deputy", _now).Refusal.ShouldBeOfType<PenaltyPersonMissing>();
        completed.Complete(new("a.hotline2", "hotline", null, null), "排班表", "a.manager", _now).IsRefused.ShouldBeFalse();
        completed.Confirm("a.manager", _now).Refusal.ShouldBeOfType<PenaltyOwnProposal>();
        completed.Confirm("a.deputy", _now).IsRefused.ShouldBeFalse();
        (completed.Person, completed.Department).ShouldBe(("a.hotline2", "hotline"));
    }

    [Fact]
    public void Confirm_OutsideRuleWithoutAmount_WaitsUntilItIsFilledIn()
    {
        var row = Row("B-8.2");
        (row.Amount, row.IsIncomplete).ShouldBe((null, true));
        row.Confirm("b.manager", _now).Refusal.ShouldBeOfType<PenaltyAmountMissing>().Message.ShouldContain("第三十四条");
        row.Complete(new(null, null, 200.505m, null), "按规定", "b.dispatcher", _now).Refusal!.Errors.Keys.ShouldBe(["amount"]);
        row.Complete(new(null, null, 200m, null), " ", "b.dispatcher", _now).Refusal!.Errors.Keys.ShouldBe(["reason"]);
        row.Complete(new(null, null, 200m, null), "按规定", "b.dispatcher", _now).IsRefused.ShouldBeFalse();
        row.Confirm("b.manager", _now).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Complete_AmountOfTheRegulation_CannotBeChanged() =>
        Row().Complete(new(null, null, 10m, null), "从轻", "a.manager", _now).Refusal!.Errors.Keys.ShouldBe(["amount"]);

    [Fact]
    public void Appeal_FreezesUntilDecided_OnceOnly()
    {
        var row = Row();
        row.Confirm("a.manager", _now);
        row.Appeal("不属实", "a.manager", _now.AddDays(5), _now).Refusal.ShouldBeOfType<PenaltyAppealNotYours>();
        row.Appeal("", "a.hotline", _now.AddDays(5), _now).Refusal!.Errors.Keys.ShouldBe(["reason"]);
        row.Appeal("系统故障", "a.hotline", _now.AddDays(5), _now).IsRefused.ShouldBeFalse();
        row.Confirm("a.deputy", _now).Refusal.ShouldBeOfType<PenaltyFrozen>();
        row.Waive("算了", "a.deputy", _now).Refusal.ShouldBeOfType<PenaltyFrozen>();
        row.Complete(new("a.hotline2", "hotline", null, null), "换人", "a.deputy", _now).Refusal.ShouldBeOfType<PenaltyFrozen>();
        row.Decide(true, " ", "a.deputy", _now).Refusal!.Errors.Keys.ShouldBe(["reason"]);
        row.Decide(false, "撤", "a.hotline", _now).Refusal.ShouldBeOfType<PenaltyOwn>();
        row.Decide(true, "日志正常", "a.deputy", _now).IsRefused.ShouldBeFalse();
        row.State.ShouldBe(PenaltyState.Confirmed);
        row.Appeal("再申诉", "a.hotline", _now.AddDays(5), _now).Refusal.ShouldBeOfType<PenaltyAppealUsed>();
        row.Decide(false, "再决定", "a.deputy", _now).Refusal.ShouldBeOfType<PenaltyNotAppealed>();
        row.Acts.Value.Select(act => act.Kind).ShouldBe([PenaltyActKind.Proposed, PenaltyActKind.Confirmed, PenaltyActKind.Appealed, PenaltyActKind.Upheld]);
    }

    [Fact]
    public void Appeal_OfAProposal_LeavesItToBeConfirmed()
    {
        var row = Row();
        row.Appeal("不属实", "a.hotline", _now.AddDays(5), _now);
        row.Decide(true, "属实", "a.manager", _now);
        row.State.ShouldBe(PenaltyState.Proposed);
    }

    [Fact]
    public void Waive_ProposedAndConfirmed_StayInTheLedger()
    {
        var (proposed, confirmed) = (Row(), Row());
        confirmed.Confirm("a.manager", _now);
        proposed.Waive(null, "a.manager", _now).Refusal!.Errors.Keys.ShouldBe(["reason"]);
        proposed.Waive("首次", "a.manager", _now).IsRefused.ShouldBeFalse();
        confirmed.Waive("查明无责", "a.deputy", _now).IsRefused.ShouldBeFalse();
        (proposed.State, confirmed.State, confirmed.Amount).ShouldBe((PenaltyState.Waived, PenaltyState.Reversed, 20m));
        proposed.Withdraw("日历更正", _now).ShouldBeFalse();
    }

    [Fact]
    public void Withdraw_WhatTheBreachRestedOn_TakesBackOnlyWhatStands()
    {
        var (proposed, confirmed) = (Row(), Row());
        confirmed.Confirm("a.manager", _now);
        (proposed.Withdraw("日历更正", _now), confirmed.Withdraw("日历更正", _now)).ShouldBe((true, true));
        (proposed.State, confirmed.State).ShouldBe((PenaltyState.Withdrawn, PenaltyState.Reversed));
        (proposed.ProposeAnew("再次超期", _now), confirmed.ProposeAnew("再次超期", _now)).ShouldBe((true, false));
        proposed.State.ShouldBe(PenaltyState.Proposed);
    }

    [Theory]
    [InlineData("2026-01-10 2026-05-10 2026-12-09", true)]
    [InlineData("2026-01-10 2026-05-10 2027-01-10", false)]
    [InlineData("2026-01-10 2026-05-10", false)]
    [InlineData("2025-01-01 2026-01-10 2026-05-10 2026-12-09", true)]
    public void RepeatedErrors_RollingYear_CountsTheThird(string days, bool reached)
    {
        var rows = days.Split(' ').Select(day => Row(day: DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        (RepeatedErrors.With(rows[^1], rows, new(3, 12)).Count == 3).ShouldBe(reached);
    }

    private static Penalty Row(string article = "A-8.1", string? person = "a.hotline", string by = Penalty.System, DateOnly? day = null)
    {
        var rules = article[0] == 'A' ? Shipped.Xx : Shipped.Liaocheng;
        var rule = rules.FindPenalty(article)!;
        return Penalty.Propose(
            new(article[0] == 'A' ? Sample.CaseA() : Sample.CaseB(), null, rule, _now, day ?? new(2026, 9, 24), by, _now), new(rule.Liable[0], "x", person, null, "依据"));
    }
}
