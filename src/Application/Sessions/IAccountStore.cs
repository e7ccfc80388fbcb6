namespace Bpm.Application.Sessions;

/// <summary>Accounts of staff.</summary>
public interface IAccountStore
{
    /// <summary>Tracked inside a transaction, a snapshot outside; null when unknown.</summary>
    Task<Account?> FindAsync(string userName, CancellationToken cancellationToken);

    /// <summary>All of an organisation, by user name.</summary>
    Task<IReadOnlyList<Account>> OfAsync(string organisation, CancellationToken cancellationToken);

    void Add(Account account);
}
