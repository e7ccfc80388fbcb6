namespace Bpm.Domain.Complaints;

/// <summary>A file that belongs to a case: a scan, a photograph, a report. Its content lies outside the database, sealed where the case is.</summary>
public sealed class Attachment
{
    private Attachment()
    {
    }

    /// <summary>Also the name of the stored file.</summary>
    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>File name as it was uploaded, without folders; can tell who or what it is about.</summary>
    public Confidential<string> Name { get; private set; } = null!;

    /// <summary>MIME type by the file's ending.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes of the content.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, lower-case hex: the proof that it is still the file that was uploaded.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>User name of who uploaded it.</summary>
    public string By { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    internal static Attachment Of(Case owner, AttachmentUpload upload, string contentType, string by, DateTimeOffset at) => new()
    {
        Id = upload.Id,
        CaseId = owner.Id,
        Name = owner.Seal(upload.Name),
        ContentType = contentType,
        Size = upload.Size,
        Sha256 = upload.Sha256,
        By = by,
        At = at,
    };
}
