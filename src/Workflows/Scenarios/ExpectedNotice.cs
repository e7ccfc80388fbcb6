namespace Bpm.Workflows.Scenarios;

/// <summary>A notice that a clock raised.</summary>
/// <param name="At">When it was raised; not looked at when null.</param>
/// <param name="Reaches">When it reaches them, which quiet hours may delay; not looked at when null. One rung may reach some later than others.</param>
public sealed record ExpectedNotice(string Rule, string Rung, IReadOnlyList<string> To, DateTimeOffset? At = null, DateTimeOffset? Reaches = null);
