using Bpm.Application.Sessions;
using Microsoft.AspNetCore.Identity;

namespace Bpm.Host.Authentication;

/// <summary>The framework's PBKDF2 hashes.</summary>
public sealed class PasswordHashing : IPasswordHashing
{
    private static readonly object NoUser = new();
    private readonly PasswordHasher<object> _hasher = new();

    public PasswordHashing() => Decoy = Hash(Guid.NewGuid().ToString());

    public string Decoy { get; }

    public string Hash(string password) => _hasher.HashPassword(NoUser, password);

    public bool Verify(string hash, string password) =>
        _hasher.VerifyHashedPassword(NoUser, hash, password) != PasswordVerificationResult.Failed;
}
