namespace Bpm.Domain.Complaints;

/// <summary>What the product, not the caller, says about a registration.</summary>
/// <param name="Number">The case's number, see <see cref="CaseNumber"/>.</param>
/// <param name="QueryCode">The code that a customer asks with, see <see cref="Complaints.QueryCode"/>.</param>
/// <param name="RegisteredBy">User name of the registrar.</param>
/// <param name="Now">Business time of the registration.</param>
/// <param name="RulesEffectiveFrom">First day of the organisation's rule set, in the organisation's zone.</param>
public sealed record RegistrationStamp(string Number, string QueryCode, string RegisteredBy, DateTimeOffset Now, DateOnly RulesEffectiveFrom);
