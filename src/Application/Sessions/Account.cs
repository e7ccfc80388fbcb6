namespace Bpm.Application.Sessions;

/// <summary>What is needed to sign in as a member of staff. Times are of the system clock, UTC.</summary>
public sealed class Account
{
    /// <summary>Wrong passwords in a row that lock the account.</summary>
    public const int FailuresBeforeLock = 5;

    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);

    private Account()
    {
    }

    public Account(string userName, string organisation, string passwordHash) =>
        (UserName, Organisation, PasswordHash, Stamp) = (userName, organisation, passwordHash, Guid.NewGuid().ToString("N"));

    public string UserName { get; private set; } = "";
    public string Organisation { get; private set; } = "";
    public string PasswordHash { get; private set; } = "";

    /// <summary>Changes when every token of the account must end.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>The password is one that somebody else gave: nothing but changing it can be done with it.</summary>
    public bool MustChangePassword { get; private set; }
    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    /// <summary>True while too many wrong passwords keep the account shut.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a wrong password.</summary>
    public void Fail(DateTimeOffset now)
    {
        Failures++;
        if (Failures < FailuresBeforeLock)
            return;
        LockedUntil = now + LockTime;
        Failures = 0;
    }

    /// <summary>Takes another password of the holder's own choice; every session of the account ends.</summary>
    public void ChangePassword(string passwordHash) =>
        (PasswordHash, Stamp, Failures, LockedUntil, MustChangePassword) = (passwordHash, Guid.NewGuid().ToString("N"), 0, null, false);

    /// <summary>Takes a password that an administrator gives, good for choosing another one; every session of the account ends.</summary>
    public void GivePassword(string passwordHash)
    {
        ChangePassword(passwordHash);
        MustChangePassword = true;
    }

    /// <summary>Ends every session of the account.</summary>
    public void EndSessions() => Stamp = Guid.NewGuid().ToString("N");

    /// <summary>Forgets wrong passwords after a right one.</summary>
    public void Succeed() => (Failures, LockedUntil) = (0, null);
}
