namespace Bpm.Application.Complaints;

/// <summary>Contents of attachments. Written before the transaction that makes them known, so that a crash leaves at most an unknown file.</summary>
public interface IAttachmentFiles
{
    /// <summary>Stores a content durably.</summary>
    /// <param name="id">Name of the content; new.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="confidential">True seals it at rest.</param>
    Task SaveAsync(Guid id, ReadOnlyMemory<byte> content, bool confidential, CancellationToken cancellationToken);

    /// <summary>The content, or null when there is none.</summary>
    Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Removes a content that no case knows; none there is no error.</summary>
    void Remove(Guid id);
}
