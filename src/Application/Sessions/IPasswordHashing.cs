namespace Bpm.Application.Sessions;

/// <summary>Slow, salted password hashes.</summary>
public interface IPasswordHashing
{
    /// <summary>A hash that no password fits; verified in place of an unknown account's.</summary>
    string Decoy { get; }

    string Hash(string password);

    bool Verify(string hash, string password);
}
