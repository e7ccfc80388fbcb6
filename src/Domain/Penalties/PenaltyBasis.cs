using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Penalties;

/// <summary>What a penalty is proposed for.</summary>
/// <param name="Complaint">The case.</param>
/// <param name="Clock">The missed clock, or null.</param>
/// <param name="Rule">The article.</param>
/// <param name="OccurredAt">When it happened; of a missed clock the due time.</param>
/// <param name="Day">The local day of that.</param>
/// <param name="By">Who proposes it; <c>system</c> for the product.</param>
/// <param name="Now">Business time.</param>
public sealed record PenaltyBasis(Case Complaint, SlaClock? Clock, PenaltyRule Rule, DateTimeOffset OccurredAt, DateOnly Day, string By, DateTimeOffset Now);
