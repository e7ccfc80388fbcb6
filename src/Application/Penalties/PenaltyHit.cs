using Bpm.Domain.Penalties;

namespace Bpm.Application.Penalties;

/// <summary>A row that a filter found.</summary>
/// <param name="Readable">The reader may read its case; else it is the reader's own row and what it rests on is not told.</param>
public sealed record PenaltyHit(Penalty Penalty, bool Readable);
