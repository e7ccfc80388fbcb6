namespace Bpm.Domain.Penalties;

/// <summary>There is no such row, or the caller may not know that there is.</summary>
public sealed record PenaltyNotFound() : Refusal("PENALTY-NOT-FOUND", "没有这条处罚记录，请核对。", RefusalKind.NotFound);

/// <summary>Who is penalised decides nothing about it.</summary>
public sealed record PenaltyOwn() : Refusal("PENALTY-OWN", "这条处罚涉及您本人，须由其他有权限的人员办理；如有异议请提出申诉。", RefusalKind.Forbidden);

/// <summary>Who proposed or filled in a row does not confirm it.</summary>
public sealed record PenaltyOwnProposal() : Refusal("PENALTY-OWN-PROPOSAL", "这条处罚由您提出或补填，须由另一位有权限的人员办理。", RefusalKind.Forbidden);

/// <summary>Nobody is named yet.</summary>
public sealed record PenaltyPersonMissing() : Refusal("PENALTY-PERSON-MISSING", "受罚人尚未确定，请先补填受罚人，再由另一人确认。", RefusalKind.Conflict);

/// <summary>The amount stands in a rule outside the regulation and was not filled in.</summary>
/// <param name="Reference">That rule.</param>
public sealed record PenaltyAmountMissing(string Reference)
    : Refusal("PENALTY-AMOUNT-MISSING", $"金额按{Reference}确定，请先由授权人员补填金额，再由另一人确认。", RefusalKind.Conflict);

/// <summary>An appeal is open: the row is frozen.</summary>
public sealed record PenaltyFrozen() : Refusal("PENALTY-FROZEN", "该处罚正在申诉，作出申诉决定之前不能办理。", RefusalKind.Conflict);

/// <summary>The row is not in a state that allows this.</summary>
/// <param name="State">Where it stands.</param>
public sealed record PenaltyStateWrong(PenaltyState State)
    : Refusal("PENALTY-STATE", $"该处罚{PenaltyTitles.Of(State)}，不能这样办理；请刷新后再看。", RefusalKind.Conflict);

/// <summary>Only the person concerned appeals.</summary>
public sealed record PenaltyAppealNotYours() : Refusal("PENALTY-APPEAL-NOT-YOURS", "只有受罚人本人可以申诉。", RefusalKind.Forbidden);

/// <summary>The appeal was heard already.</summary>
public sealed record PenaltyAppealUsed() : Refusal("PENALTY-APPEAL-USED", "该处罚已经申诉过并已作出决定，不能再次申诉。", RefusalKind.Conflict);

/// <summary>Nobody appeals.</summary>
public sealed record PenaltyNotAppealed() : Refusal("PENALTY-NOT-APPEALED", "该处罚没有待决定的申诉。", RefusalKind.Conflict);

/// <summary>The same person has a row of the same article for the same clock.</summary>
public sealed record PenaltyDuplicate() : Refusal("PENALTY-DUPLICATE", "该人员在同一时限下已有同一条款的处罚记录，不能重复提出。", RefusalKind.Conflict);

/// <summary>A field is wrong.</summary>
public sealed record PenaltyInvalid : Refusal
{
    /// <param name="field">Field that is wrong.</param>
    /// <param name="message">Chinese; says what to do.</param>
    public PenaltyInvalid(string field, string message)
        : base("PENALTY-INVALID", message, RefusalKind.Invalid) => Errors = new Dictionary<string, string[]> { [field] = [message] };
}
