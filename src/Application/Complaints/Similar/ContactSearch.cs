using Bpm.Domain.Complaints;

namespace Bpm.Application.Complaints;

/// <summary>What cases are looked for.</summary>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Keys">Any of these.</param>
/// <param name="Category">Cases of this category come first; null where none is known yet.</param>
/// <param name="ClosedSince">Closed cases count from here.</param>
/// <param name="Most">No more matches than this.</param>
public sealed record ContactSearch(string Organisation, IReadOnlyList<ContactKey> Keys, string? Category, DateTimeOffset ClosedSince, int Most);
