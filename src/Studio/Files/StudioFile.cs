using Microsoft.Net.Http.Headers;

namespace Bpm.Studio.Files;

/// <summary>One file of Elsa Studio as it is sent.</summary>
/// <param name="Path">Absolute path on the disk.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="IsFingerprinted">True where the name holds a hash of the content, so that it never changes under this name.</param>
/// <param name="Tag">Entity tag of the file as it stands; a compressed form has its own.</param>
/// <param name="Compressed">Compressed forms that lie beside it, the best first.</param>
public sealed record StudioFile(
    string Path, string ContentType, bool IsFingerprinted, EntityTagHeaderValue Tag, IReadOnlyList<(string Encoding, string Path, EntityTagHeaderValue Tag)> Compressed);
