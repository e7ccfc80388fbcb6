namespace Bpm.Persistence.Scopes;

/// <summary>A database that scopes read from and write to. One a host.</summary>
internal interface ISessionSource
{
    /// <summary>A session that reads one unchanging snapshot of what is committed. Give it back.</summary>
    ValueTask<DatabaseSession> OpenReadAsync(CancellationToken cancellationToken);

    /// <summary>Ends a snapshot.</summary>
    ValueTask CloseReadAsync(DatabaseSession session);

    /// <summary>Runs a piece of work in a write transaction; returns when its end is durable.</summary>
    /// <param name="work">Gets the write session; its answer says whether to keep the changes.</param>
    /// <param name="committed">Runs after the commit, in the order of commits; not after a rollback. An error in it is logged and changes nothing.</param>
    /// <param name="cancellationToken">Stops the wait for a turn; work that has begun runs to its end.</param>
    /// <exception cref="CommitFailedException">The work was done and the database could not store it.</exception>
    Task WriteAsync(Func<DatabaseSession, Task<bool>> work, Action committed, CancellationToken cancellationToken);
}
