using Bpm.Domain.Clocks;

namespace Bpm.Domain.Regulations;

/// <summary>One rung of a ladder: who hears of a clock, and when.</summary>
/// <param name="Name">Such as <c>warn-50</c>, <c>due</c>, <c>escalate-1</c>; unique within a rule.</param>
/// <param name="Kind">Warning, the due time itself, or escalation.</param>
/// <param name="At">When.</param>
/// <param name="Recipients">Recipient tokens such as <c>holder</c>, <c>head</c>, <c>role:supervisor</c>; empty: recorded only.</param>
/// <param name="AlsoAtNight">Quiet hours do not hold this rung.</param>
public sealed record LadderRung(string Name, ThresholdKind Kind, RungTime At, IReadOnlyList<string> Recipients, bool AlsoAtNight);
