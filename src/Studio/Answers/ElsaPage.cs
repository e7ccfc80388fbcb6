namespace Bpm.Studio.Answers;

/// <summary>One page of Elsa's lists.</summary>
/// <param name="Links">What the caller may do with the list.</param>
public sealed record ElsaPage<T>(IReadOnlyList<T> Items, int TotalCount, IReadOnlyList<ElsaLink> Links);
