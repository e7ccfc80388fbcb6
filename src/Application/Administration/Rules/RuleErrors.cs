using Bpm.Domain;

namespace Bpm.Application.Administration.Rules;

/// <summary>Cases are judged by the set already.</summary>
public sealed record RuleSetInForce(DateOnly From)
    : Refusal("RULE-SET-IN-FORCE", $"自 {From:yyyy-MM-dd} 起的规则已经生效，不能修改：已受理的案件按它计时。请新建一套以后生效的规则，在那里修改。", RefusalKind.Conflict);

/// <summary>A new set must lie in the future, after all others.</summary>
public sealed record RuleSetTooEarly(DateOnly Earliest)
    : Refusal("RULE-SET-TOO-EARLY", $"新规则最早从 {Earliest:yyyy-MM-dd} 起生效，请选择这一天或更晚的日期。", RefusalKind.Conflict);
