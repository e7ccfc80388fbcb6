using System.Buffers.Binary;
using Bpm.Engine.Execution;
using Bpm.Engine.Journal;
using Bpm.Engine.Storage;
using Bpm.Persistence.Encryption;

namespace Bpm.Persistence.Instances;

/// <summary>
/// What the journal's row of a burst holds: the entries as they are; where values were recorded, a mark, the length of the entries, the
/// entries, and the values sealed, because they may be a case's text.
/// </summary>
internal static class JournalBlob
{
    private const string Place = "Journal.Entries";
    private const int HeaderSize = 2 + sizeof(int);

    private static ReadOnlySpan<byte> Mark => "J+"u8;

    public static byte[] Write(Burst burst, TextCipher cipher)
    {
        var entries = JournalSerializer.Write(burst.Journal);
        var values = burst.Values;
        if (values.Count == 0)
            return entries;
        var sealedValues = cipher.Seal(RecordedValueSerializer.Write(values), Place);
        var blob = new byte[HeaderSize + entries.Length + sealedValues.Length];
        Mark.CopyTo(blob);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(Mark.Length), entries.Length);
        entries.CopyTo(blob, HeaderSize);
        sealedValues.CopyTo(blob, HeaderSize + entries.Length);
        return blob;
    }

    /// <exception cref="InvalidStateException">The bytes are damaged.</exception>
    public static (IReadOnlyList<JournalEntry> Entries, IReadOnlyList<RecordedValue> Values) Read(ReadOnlySpan<byte> blob, TextCipher cipher)
    {
        if (!blob.StartsWith(Mark))
            return (JournalSerializer.Read(blob), []);
        var length = blob.Length < HeaderSize ? -1 : BinaryPrimitives.ReadInt32LittleEndian(blob[Mark.Length..]);
        if (length < 0 || length > blob.Length - HeaderSize)
            throw new InvalidStateException("流程日志已损坏，无法读取。");
        var entries = JournalSerializer.Read(blob.Slice(HeaderSize, length));
        try
        {
            return (entries, RecordedValueSerializer.Read(cipher.Open(blob[(HeaderSize + length)..], Place)));
        }
        catch (TextKeyException e)
        {
            throw new InvalidStateException("流程日志中的值无法打开：密钥不对，或内容已损坏。", e);
        }
    }
}
