namespace Bpm.Application.Administration.Rules;

/// <summary>A rule set of the organisation.</summary>
/// <param name="EffectiveFrom">First local day on which it judges what is received.</param>
/// <param name="State"><c>past</c>, <c>current</c> or <c>future</c>; only a future one can be changed.</param>
/// <param name="SavedBy">Name of who stored it last; null where it came with the installation.</param>
public sealed record RuleSetSummary(DateOnly EffectiveFrom, string Title, string State, long Revision, DateTimeOffset SavedAt, string? SavedBy, string? Note);
