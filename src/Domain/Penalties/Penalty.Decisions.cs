namespace Bpm.Domain.Penalties;

/// <content>Who may do what to a row, and when.</content>
public sealed partial class Penalty
{
    /// <summary>Longest reason, in UTF-16 units.</summary>
    public const int MaxReasonLength = 500;

    /// <summary>Longest measure, in UTF-16 units.</summary>
    public const int MaxDispositionLength = 200;

    /// <summary>Largest amount, CNY.</summary>
    public const decimal MaxAmount = 1_000_000;

    /// <summary>Fills in who or how much, or names another person; whoever does it does not confirm the row.</summary>
    public Result<Done> Complete(PenaltyCompletion completion, string? reason, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(completion);
        if (RefuseUnless(PenaltyState.Proposed, by) is { } refusal)
            return refusal;
        if (Problem(completion) is { } problem)
            return problem;
        if (ReasonProblem(reason) is { } unsaid)
            return unsaid;
        if (completion.Person is { } person)
            (Person, Department) = (person, completion.Department);
        Amount = completion.Amount ?? Amount;
        Disposition = completion.Disposition?.Trim() ?? Disposition;
        CompletedBy = by;
        Note(now, by, PenaltyActKind.Completed, reason!.Trim());
        return default(Done);
    }

    /// <summary>A second person confirms it.</summary>
    public Result<Done> Confirm(string by, DateTimeOffset now)
    {
        if (RefuseUnless(PenaltyState.Proposed, by) is { } refusal)
            return refusal;
        if (by == ProposedBy || by == CompletedBy)
            return new PenaltyOwnProposal();
        if (Person is null)
            return new PenaltyPersonMissing();
        if (Reference is { } reference && Amount is null)
            return new PenaltyAmountMissing(reference);
        (State, ConfirmedBy, ConfirmedAt) = (PenaltyState.Confirmed, by, now);
        Note(now, by, PenaltyActKind.Confirmed, "");
        return default(Done);
    }

    /// <summary>It is not confirmed, or what was confirmed counts no more; with a reason.</summary>
    public Result<Done> Waive(string? reason, string by, DateTimeOffset now)
    {
        if (by == Person)
            return new PenaltyOwn();
        if (State == PenaltyState.Appealed)
            return new PenaltyFrozen();
        if (State is not (PenaltyState.Proposed or PenaltyState.Confirmed))
            return new PenaltyStateWrong(State);
        if (ReasonProblem(reason) is { } problem)
            return problem;
        var (state, kind) = State == PenaltyState.Proposed ? (PenaltyState.Waived, PenaltyActKind.Waived) : (PenaltyState.Reversed, PenaltyActKind.Reversed);
        State = state;
        Note(now, by, kind, reason!.Trim());
        return default(Done);
    }

    /// <summary>The person appeals, once; the row is frozen until somebody decides.</summary>
    /// <param name="decideBy">When the appeal is to be decided.</param>
    public Result<Done> Appeal(string? reason, string by, DateTimeOffset decideBy, DateTimeOffset now)
    {
        if (by != Person)
            return new PenaltyAppealNotYours();
        if (State == PenaltyState.Appealed)
            return new PenaltyFrozen();
        if (State is not (PenaltyState.Proposed or PenaltyState.Confirmed))
            return new PenaltyStateWrong(State);
        if (AppealDueAt is not null)
            return new PenaltyAppealUsed();
        if (ReasonProblem(reason) is { } problem)
            return problem;
        (FrozenFrom, State, AppealDueAt) = (State, PenaltyState.Appealed, decideBy);
        Note(now, by, PenaltyActKind.Appealed, reason!.Trim());
        return default(Done);
    }

    /// <summary>Decides an appeal: upheld, the row stands as before it; else it counts no more.</summary>
    public Result<Done> Decide(bool upheld, string? reason, string by, DateTimeOffset now)
    {
        if (by == Person)
            return new PenaltyOwn();
        if (State != PenaltyState.Appealed)
            return new PenaltyNotAppealed();
        if (by == ProposedBy)
            return new PenaltyOwnProposal();
        if (ReasonProblem(reason) is { } problem)
            return problem;
        State = upheld ? FrozenFrom!.Value : PenaltyState.Reversed;
        FrozenFrom = null;
        Note(now, by, upheld ? PenaltyActKind.Upheld : PenaltyActKind.Reversed, reason!.Trim());
        return default(Done);
    }

    /// <summary>What it rests on fell away. A row that somebody has decided against stays as it is.</summary>
    /// <param name="why">Chinese.</param>
    /// <returns>False when nothing changed.</returns>
    public bool Withdraw(string why, DateTimeOffset now)
    {
        if (State is not (PenaltyState.Proposed or PenaltyState.Confirmed or PenaltyState.Appealed))
            return false;
        var counted = State == PenaltyState.Confirmed || FrozenFrom == PenaltyState.Confirmed;
        (State, FrozenFrom) = (counted ? PenaltyState.Reversed : PenaltyState.Withdrawn, null);
        Note(now, System, counted ? PenaltyActKind.Reversed : PenaltyActKind.Withdrawn, why);
        return true;
    }

    /// <summary>What it rested on is there again: a withdrawn row is proposed anew.</summary>
    /// <param name="why">Chinese.</param>
    /// <returns>False when nothing changed.</returns>
    public bool ProposeAnew(string why, DateTimeOffset now)
    {
        if (State != PenaltyState.Withdrawn)
            return false;
        State = PenaltyState.Proposed;
        Note(now, System, PenaltyActKind.Proposed, why);
        return true;
    }

    private Refusal? RefuseUnless(PenaltyState state, string by) =>
        by == Person ? new PenaltyOwn() : State == PenaltyState.Appealed ? new PenaltyFrozen() : State != state ? new PenaltyStateWrong(State) : null;

    private PenaltyInvalid? Problem(PenaltyCompletion completion)
    {
        if (completion is { Person: null, Amount: null, Disposition: null })
            return new("person", "请填写受罚人、金额或处分中的至少一项。");
        if (completion.Amount is { } amount)
        {
            if (Reference is null)
                return new("amount", "该条款的金额由制度规定，不能改动。");
            if (amount is <= 0 or > MaxAmount || decimal.Round(amount, 2) != amount)
                return new("amount", $"金额应在 0.01 至 {MaxAmount:0} 元之间，最多两位小数。");
        }

        if (completion.Disposition is not { } disposition)
            return null;
        if (Disposition is null)
            return new("disposition", "该条款没有处分，不能填写。");
        return disposition.Trim().Length is 0 or > MaxDispositionLength || !TextRules.IsOneCleanLine(disposition.Trim())
            ? new("disposition", $"处分须为 1 至 {MaxDispositionLength} 个字符，且不含换行和控制字符。")
            : null;
    }

    private static PenaltyInvalid? ReasonProblem(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new("reason", "请填写理由。");
        return reason.Trim().Length > MaxReasonLength || TextRules.HasControlCharacters(reason)
            ? new("reason", $"理由最多 {MaxReasonLength} 个字符，且不含控制字符。")
            : null;
    }
}
