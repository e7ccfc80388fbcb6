namespace Bpm.Domain.Clocks;

/// <summary>A moment at which somebody hears of a clock. Immutable: a fired one is a new value.</summary>
/// <param name="Rung">Name within the rule's ladder, such as <c>warn-50</c>.</param>
/// <param name="Kind">Warning, due or escalation.</param>
/// <param name="At">When.</param>
/// <param name="Recipients">Recipient tokens; empty: recorded only.</param>
/// <param name="AlsoAtNight">Quiet hours do not hold it.</param>
/// <param name="FiredAt">When it fired, or null.</param>
public sealed record ClockThreshold(
    string Rung,
    ThresholdKind Kind,
    DateTimeOffset At,
    IReadOnlyList<string> Recipients,
    bool AlsoAtNight,
    DateTimeOffset? FiredAt = null);
