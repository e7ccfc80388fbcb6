using Bpm.Domain.Clocks;

namespace Bpm.Domain.Penalties;

/// <summary>What the clocks of a case do to the ledger.</summary>
/// <param name="Proposed">New rows.</param>
/// <param name="Revived">Withdrawn rows that are proposed anew.</param>
/// <param name="Withdrawn">Rows whose clock is not missed any more.</param>
/// <param name="Misrouted">Missed clocks of departments that did not have the case for the whole limit: nothing is proposed (误派).</param>
public sealed record PenaltyChanges(IReadOnlyList<Penalty> Proposed, IReadOnlyList<Penalty> Revived, IReadOnlyList<Penalty> Withdrawn, IReadOnlyList<SlaClock> Misrouted);
