namespace Bpm.Studio.Answers;

/// <summary>Something that the caller may do: without the entry the designer does not offer it.</summary>
/// <param name="Rel">Elsa's word, for example <c>publish</c>.</param>
public sealed record ElsaLink(string Href, string Rel, string Method);
