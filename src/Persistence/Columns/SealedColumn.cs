using System.Text.Json;
using Bpm.Domain;
using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bpm.Persistence.Columns;

/// <summary>
/// A value that may be a secret: a zero byte and JSON, or, when it is sealed, the cipher's output, whose first byte is
/// the version of its key and never zero.
/// </summary>
internal sealed class SealedColumn<T> : ValueConverter<Confidential<T>, byte[]>
{
    private const byte Plain = 0;

    /// <param name="cipher">The installation's.</param>
    /// <param name="place"><c>Table.Column</c>.</param>
    public SealedColumn(TextCipher cipher, string place)
        : base(value => Write(cipher, place, value), bytes => Read(cipher, place, bytes))
    {
    }

    private static byte[] Write(TextCipher cipher, string place, Confidential<T> value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value.Value, ColumnJson.Options);
        return value.Sealed ? cipher.Seal(json, place) : [Plain, .. json];
    }

    private static Confidential<T> Read(TextCipher cipher, string place, byte[] bytes)
    {
        var isSealed = bytes[0] != Plain;
        var json = isSealed ? cipher.Open(bytes, place) : bytes.AsSpan(1);
        return new(JsonSerializer.Deserialize<T>(json, ColumnJson.Options)!, isSealed);
    }
}
