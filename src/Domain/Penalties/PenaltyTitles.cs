namespace Bpm.Domain.Penalties;

/// <summary>What states and acts of the penalty ledger are called by staff.</summary>
public static class PenaltyTitles
{
    /// <summary>The Chinese title of a state.</summary>
    public static string Of(PenaltyState state) => state switch
    {
        PenaltyState.Proposed => "待确认",
        PenaltyState.Confirmed => "已确认",
        PenaltyState.Appealed => "申诉中",
        PenaltyState.Waived => "不予处罚",
        PenaltyState.Reversed => "已撤销",
        PenaltyState.Withdrawn => "建议已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The Chinese title of an act.</summary>
    public static string Of(PenaltyActKind kind) => kind switch
    {
        PenaltyActKind.Proposed => "提出建议",
        PenaltyActKind.Completed => "补填",
        PenaltyActKind.Confirmed => "确认",
        PenaltyActKind.Appealed => "申诉",
        PenaltyActKind.Upheld => "维持",
        PenaltyActKind.Reversed => "撤销",
        PenaltyActKind.Waived => "不予处罚",
        PenaltyActKind.Withdrawn => "撤回建议",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
