using Bpm.Application.Complaints;
using Bpm.Persistence.Encryption;

namespace Bpm.Persistence.Attachments;

/// <summary>
/// Contents of attachments as files below <c>attachments/</c> of the data folder. The first byte says whether the rest is sealed, so that
/// a file opens without its database row.
/// </summary>
internal sealed class AttachmentFiles(PersistenceOptions options) : IAttachmentFiles
{
    private const byte Plain = 0;
    private const byte Sealed = 1;

    private readonly string _folder = Path.Combine(Path.GetFullPath(options.DataDirectory), "attachments");

    // The key file exists once the database is prepared, which is before anything can be attached.
    private readonly Lazy<TextCipher> _cipher = new(() => new TextKeyFile(Path.GetFullPath(options.DataDirectory)).Read());

    public async Task SaveAsync(Guid id, ReadOnlyMemory<byte> content, bool confidential, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.WriteByte(confidential ? Sealed : Plain);
        await file.WriteAsync(confidential ? _cipher.Value.Seal(content.Span, Place(id)) : content, cancellationToken);
        // The row that names the file is durable once committed, so the file must be so before.
        file.Flush(flushToDisk: true);
    }

    public async Task<byte[]?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var path = PathOf(id);
        if (!File.Exists(path))
            return null;
        var stored = await File.ReadAllBytesAsync(path, cancellationToken);
        return stored[0] == Sealed ? _cipher.Value.Open(stored.AsSpan(1), Place(id)) : stored[1..];
    }

    public void Remove(Guid id) => File.Delete(PathOf(id));

    // Sealed for its own name: one content cannot be put in the place of another.
    private static string Place(Guid id) => $"attachments/{id:N}";

    // The last two digits are random: the folders fill evenly.
    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        return Path.Combine(_folder, name[^2..], name);
    }
}
