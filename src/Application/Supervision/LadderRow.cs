namespace Bpm.Application.Supervision;

/// <summary>One rung of a clock's ladder.</summary>
/// <param name="Rung">Name within the rule's ladder.</param>
/// <param name="Kind"><c>warn</c>, <c>due</c> or <c>escalate</c>.</param>
/// <param name="KindName">The kind in Chinese.</param>
/// <param name="At">When it is to fire.</param>
/// <param name="FiredAt">When it fired; null while it has not.</param>
/// <param name="To">Names of those who were told or, while it has not fired, would be told; empty: recorded only.</param>
public sealed record LadderRow(string Rung, string Kind, string KindName, DateTimeOffset At, DateTimeOffset? FiredAt, IReadOnlyList<string> To);
