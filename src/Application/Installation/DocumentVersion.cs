namespace Bpm.Application.Installation;

/// <summary>An earlier state of a <see cref="PackDocument"/>, without its JSON.</summary>
/// <param name="Kind">As the document's.</param>
/// <param name="EffectiveFrom">As the document's.</param>
/// <param name="Revision">Which state.</param>
/// <param name="SavedAt">When it was stored; business time, UTC.</param>
/// <param name="SavedBy">User name of who stored it.</param>
/// <param name="Note">Why, or null.</param>
public sealed record DocumentVersion(string Kind, DateOnly EffectiveFrom, long Revision, DateTimeOffset SavedAt, string SavedBy, string? Note);
