namespace Bpm.Application.Administration.Documents;

/// <summary>A change of a document that was stored, or was no change.</summary>
/// <param name="Revision">The document's revision now.</param>
public sealed record SavedDocument(long Revision);
