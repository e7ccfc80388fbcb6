namespace Bpm.Application;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="TotalCount">How many rows there are in all.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int TotalCount);
