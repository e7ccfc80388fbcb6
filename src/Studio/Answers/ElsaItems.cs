namespace Bpm.Studio.Answers;

/// <summary>Elsa's list without a count.</summary>
public sealed record ElsaItems<T>(IReadOnlyList<T> Items);
