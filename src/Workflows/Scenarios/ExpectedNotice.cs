namespace Bpm.Workflows.Scenarios;

/// <summary>A notice that a clock raised.</summary>
/// <param name="At">When it was raised; not looked at when null.</param>
public sealed record ExpectedNotice(string Rule, string Rung, IReadOnlyList<string> To, DateTimeOffset? At = null);
