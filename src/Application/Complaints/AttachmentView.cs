namespace Bpm.Application.Complaints;

/// <summary>A file of a case as the outside sees it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="By">User name of who uploaded it.</param>
public sealed record AttachmentView(Guid Id, string Name, string ContentType, long Size, string By, DateTimeOffset At);
