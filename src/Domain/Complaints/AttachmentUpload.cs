namespace Bpm.Domain.Complaints;

/// <summary>A file that somebody uploaded for a case.</summary>
/// <param name="Id">Id of the stored content.</param>
/// <param name="Name">File name without folders.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record AttachmentUpload(Guid Id, string Name, long Size, string Sha256);
