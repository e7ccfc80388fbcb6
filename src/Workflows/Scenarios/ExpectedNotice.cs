namespace Bpm.Workflows.Scenarios;

/// <summary>A notice that a clock raised.</summary>
public sealed record ExpectedNotice(string Rule, string Rung, IReadOnlyList<string> To);
