namespace Bpm.Application.Transactions;

/// <summary>
/// The one write transaction of a request: engine state, domain rows, audit, due rows and outbox commit together or not at all.
/// </summary>
public interface ITransaction
{
    /// <summary>True while <see cref="RunAsync{T}"/> of this scope is running.</summary>
    bool IsActive { get; }

    /// <summary>
    /// Runs the work and commits what the scope's stores were given. Returns only after the commit is durable.
    /// A nested call joins the running transaction.
    /// </summary>
    /// <param name="work">Loads, decides and hands changes to the stores. No outside calls.</param>
    /// <param name="keep">False rolls everything back and still returns the value (a refusal).</param>
    /// <param name="cancellationToken">Stops the wait in the queue; once begun the work runs to its end.</param>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken cancellationToken);

    /// <summary>Runs after the commit, outside it; dropped when the transaction is rolled back. For caches and wake-ups only.</summary>
    void AfterCommit(Action action);
}
