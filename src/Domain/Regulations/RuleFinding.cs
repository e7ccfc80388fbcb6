namespace Bpm.Domain.Regulations;

/// <summary>Something in a rule set that a person should look at before it is published.</summary>
/// <param name="Code"><c>RULE-OVERLAP</c> (two rules of a group apply at once) or <c>RULE-GAP</c> (none does).</param>
/// <param name="Rules">Ids of the rules concerned.</param>
/// <param name="Message">Chinese; names the case that shows it.</param>
public sealed record RuleFinding(string Code, IReadOnlyList<string> Rules, string Message);
