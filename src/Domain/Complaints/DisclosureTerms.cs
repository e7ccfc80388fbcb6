namespace Bpm.Domain.Complaints;

/// <summary>What leaves the company.</summary>
/// <param name="Recipient">提供给谁.</param>
/// <param name="Scope">提供内容.</param>
/// <param name="Reason">Why; of a decision, what the decider says.</param>
public sealed record DisclosureTerms(string Recipient, string Scope, string? Reason);
