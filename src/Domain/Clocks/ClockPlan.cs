namespace Bpm.Domain.Clocks;

/// <summary>What a rule makes of a start: the due time, why, and who hears when.</summary>
/// <param name="StartedAt">The start it was computed from.</param>
/// <param name="DueAt">The due time.</param>
/// <param name="Estimated">A needed calendar year is not loaded.</param>
/// <param name="Explanation">Chinese; article, start, skipped days, arithmetic, result.</param>
/// <param name="Thresholds">In firing order; exactly one of kind Due, at <paramref name="DueAt"/>.</param>
/// <param name="Zone">IANA id of the zone that local times are in.</param>
public sealed record ClockPlan(
    DateTimeOffset StartedAt,
    DateTimeOffset DueAt,
    bool Estimated,
    string Explanation,
    IReadOnlyList<ClockThreshold> Thresholds,
    string Zone);
