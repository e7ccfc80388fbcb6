using Bpm.Domain.Regulations;

namespace Bpm.Domain.Penalties;

/// <summary>Whom a penalty is proposed for.</summary>
/// <param name="Liable">The article's line.</param>
/// <param name="Slot">Tells the rows of one article and clock apart; the same for the same person in the same part.</param>
/// <param name="Person">User name; null where nobody can say yet.</param>
/// <param name="Department">Code of the department whose points are taken; null while unknown.</param>
/// <param name="Evidence">Why this one, in Chinese.</param>
public sealed record PenaltySubject(LiableRule Liable, string Slot, string? Person, string? Department, string Evidence);
