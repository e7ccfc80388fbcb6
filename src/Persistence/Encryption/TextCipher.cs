using System.Security.Cryptography;
using System.Text;

namespace Bpm.Persistence.Encryption;

/// <summary>
/// Seals text at rest with AES-256-GCM. A sealed value names the key it was sealed with, so that keys can rotate,
/// and holds only in the place it was sealed for, so that it cannot be moved to another column.
/// </summary>
internal sealed class TextCipher : IEquatable<TextCipher>
{
    /// <summary>Bytes of a key.</summary>
    public const int KeySize = 32;

    private const byte KeyVersion = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    private const int FingerprintSize = 16;

    private readonly byte[] _key;

    /// <param name="key">32 random bytes.</param>
    public TextCipher(ReadOnlySpan<byte> key)
    {
        if (key.Length != KeySize)
            throw new TextKeyException($"A text key has {KeySize} bytes; this one has {key.Length}.");
        _key = key.ToArray();
    }

    /// <summary>Seals a value for a place.</summary>
    /// <param name="place"><c>Table.Column</c>.</param>
    /// <returns>Key version, nonce, tag, ciphertext.</returns>
    public byte[] Seal(ReadOnlySpan<byte> plain, string place)
    {
        var result = new byte[HeaderSize + plain.Length];
        result[0] = KeyVersion;
        var nonce = result.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, result.AsSpan(HeaderSize), result.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(place));
        return result;
    }

    /// <summary>Opens a sealed value.</summary>
    /// <exception cref="TextKeyException">Another key, another place, or changed bytes.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedValue, string place)
    {
        if (sealedValue.Length < HeaderSize || sealedValue[0] != KeyVersion)
            throw new TextKeyException($"A value in {place} was sealed with a key that this installation does not have.");
        var plain = new byte[sealedValue.Length - HeaderSize];
        try
        {
            using var aes = new AesGcm(_key, TagSize);
            aes.Decrypt(
                sealedValue.Slice(1, NonceSize), sealedValue[HeaderSize..], sealedValue.Slice(1 + NonceSize, TagSize),
                plain, Encoding.UTF8.GetBytes(place));
        }
        catch (CryptographicException e)
        {
            throw new TextKeyException($"A value in {place} cannot be opened: it was sealed with another key, or has been changed.", e);
        }

        return plain;
    }

    /// <summary>
    /// A keyed hash: equal for equal texts of a place, and telling nothing to whom has not the key, however few texts there could be.
    /// </summary>
    /// <param name="place"><c>Table.Column</c>; each has a key of its own, derived from this one.</param>
    public byte[] Fingerprint(string text, string place)
    {
        Span<byte> derived = stackalloc byte[KeySize];
        HKDF.Expand(HashAlgorithmName.SHA256, _key, derived, Encoding.UTF8.GetBytes("fingerprint " + place));
        return HMACSHA256.HashData(derived, Encoding.UTF8.GetBytes(text))[..FingerprintSize];
    }

    /// <summary>True when the other seals with the same key.</summary>
    public bool Equals(TextCipher? other) => other is not null && CryptographicOperations.FixedTimeEquals(_key, other._key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextCipher);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.ToInt32(SHA256.HashData(_key));
}
