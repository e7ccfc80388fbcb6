using Bpm.Persistence.Encryption;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bpm.Persistence.Columns;

/// <summary>Bytes that are always sealed.</summary>
/// <param name="place"><c>Table.Column</c>.</param>
internal sealed class SealedBytes(TextCipher cipher, string place)
    : ValueConverter<byte[], byte[]>(value => cipher.Seal(value, place), bytes => cipher.Open(bytes, place));
