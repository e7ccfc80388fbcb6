using System.Security.Cryptography;
using System.Text;

namespace Bpm.Application.Idempotency;

/// <summary>The <c>Idempotency-Key</c> of the current request; one per request, used by its first command.</summary>
public sealed class IdempotencyKey
{
    private bool _used = true;

    /// <summary>User, route and key, hashed together.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>SHA-256 of the request's body.</summary>
    public string BodyHash { get; private set; } = "";

    /// <summary>Sets the key of this request.</summary>
    public void Set(string userName, string route, string key, ReadOnlySpan<byte> body)
    {
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{userName}\n{route}\n{key}")));
        BodyHash = Convert.ToHexString(SHA256.HashData(body));
        _used = false;
    }

    /// <summary>True once, for the first command of a request that carries a key.</summary>
    public bool Use()
    {
        var first = !_used;
        _used = true;
        return first;
    }
}
