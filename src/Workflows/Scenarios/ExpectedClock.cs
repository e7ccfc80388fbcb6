namespace Bpm.Workflows.Scenarios;

/// <summary>A clock of the case at the end, in the order of starting.</summary>
public sealed record ExpectedClock(string Rule, int Round, DateTimeOffset Due, string State, bool Estimated = false);
