namespace Bpm.Workflows.Cases;

/// <summary>Something that happened to a clock of the case and that a waiting activity may react to.</summary>
/// <param name="RuleId">Article id of the clock's rule, never an alias.</param>
/// <param name="Event">One of <see cref="ClockEvents"/>.</param>
public sealed record ClockSignal(string RuleId, string Event);
