namespace Bpm.Domain.Organisation;

/// <summary>One shift of a roster.</summary>
/// <param name="From">Start, inclusive.</param>
/// <param name="To">End, exclusive; the next shift starts then.</param>
/// <param name="Crew">User names on duty.</param>
public sealed record Shift(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<string> Crew);
