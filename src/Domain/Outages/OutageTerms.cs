namespace Bpm.Domain.Outages;

/// <summary>An outage as somebody wrote it down, unchecked.</summary>
/// <param name="Title">What is the matter, in one line.</param>
/// <param name="Text">What callers are told.</param>
/// <param name="Area">Streets and quarters, one a line.</param>
/// <param name="Begins">When the water fails, or will.</param>
/// <param name="ExpectedEnd">When it is expected back; null while nobody can say.</param>
public sealed record OutageTerms(string? Title, string? Text, string? Area, DateTimeOffset? Begins, DateTimeOffset? ExpectedEnd);
