namespace Bpm.Studio.Answers;

/// <summary>Elsa's list with a count.</summary>
public sealed record ElsaList<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}
