using Bpm.Application.Transactions;

namespace Bpm.Persistence.Scopes;

/// <summary>
/// What one request (one dependency-injection scope) sees of the database. Outside a transaction that is one snapshot,
/// inside it the write session. Used by one caller at a time.
/// </summary>
internal sealed class DatabaseScope(ISessionSource source) : ITransaction, IAsyncDisposable, IDisposable
{
    private readonly List<Action> _afterCommit = [];
    private DatabaseSession? _read;
    private DatabaseSession? _write;

    /// <inheritdoc/>
    public bool IsActive => _write is not null;

    /// <summary>The session to read from now.</summary>
    public async ValueTask<DatabaseSession> ReadAsync(CancellationToken cancellationToken) =>
        _write ?? (_read ??= await source.OpenReadAsync(cancellationToken));

    /// <summary>The session to write to.</summary>
    /// <exception cref="InvalidOperationException">No transaction is running.</exception>
    public DatabaseSession Write =>
        _write ?? throw new InvalidOperationException("This changes the database and needs a running transaction: wrap it in ITransaction.RunAsync.");

    /// <inheritdoc/>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        if (_write is not null)
            return await work(cancellationToken);

        // What was read so far is older than what the transaction sees; and an open snapshot must not wait in the queue.
        await EndSnapshotAsync();
        _afterCommit.Clear();
        T result = default!;
        await source.WriteAsync(
            async session =>
            {
                _write = session;
                try
                {
                    result = await work(CancellationToken.None);
                    return keep(result);
                }
                finally
                {
                    _write = null;
                }
            },
            RunAfterCommit,
            cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public void AfterCommit(Action action)
    {
        _ = Write;
        _afterCommit.Add(action);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => EndSnapshotAsync();

    /// <inheritdoc/>
    public void Dispose() => EndSnapshotAsync().AsTask().GetAwaiter().GetResult();

    private void RunAfterCommit()
    {
        foreach (var action in _afterCommit)
            action();
    }

    private ValueTask EndSnapshotAsync()
    {
        if (_read is not { } session)
            return ValueTask.CompletedTask;
        _read = null;
        return source.CloseReadAsync(session);
    }
}
