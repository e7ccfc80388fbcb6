namespace Bpm.Workflows.Scenarios;

/// <summary>A clock of the case at the end.</summary>
/// <param name="Ended">When it was stopped or fell away; not looked at when null.</param>
public sealed record ExpectedClock(string Rule, int Round, DateTimeOffset Due, string State, bool Estimated = false, DateTimeOffset? Ended = null);
