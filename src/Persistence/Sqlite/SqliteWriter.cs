using System.Diagnostics;
using System.Threading.Channels;
using Bpm.Persistence.Scopes;
using Microsoft.Extensions.Logging;

namespace Bpm.Persistence.Sqlite;

/// <summary>
/// The one writer of the process. Items run one after the other; all that wait together share one transaction and so one flush,
/// each after the first in a savepoint of its own. An item that fails or is refused is rolled back alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private readonly Channel<WriteItem> _queue = Channel.CreateUnbounded<WriteItem>(new UnboundedChannelOptions { SingleReader = true });
    private readonly AsyncLocal<WriteItem?> _current = new();
    private readonly Func<DatabaseSession> _open;
    private readonly WriterLimits _limits;
    private readonly ILogger _logger;
    private readonly Task _loop;
    private DatabaseSession? _session;

    /// <param name="open">Opens the write connection; called again after a lost transaction.</param>
    /// <param name="limits">Size of a batch.</param>
    public SqliteWriter(Func<DatabaseSession> open, WriterLimits limits, ILogger logger)
    {
        (_open, _limits, _logger) = (open, limits, logger);
        using (ExecutionContext.SuppressFlow())
            _loop = Task.Run(LoopAsync);
    }

    /// <summary>How many transactions were flushed so far.</summary>
    public long Batches { get; private set; }

    /// <summary>Queues an item.</summary>
    /// <exception cref="InvalidOperationException">The caller itself runs in a transaction of another scope: waiting would never end.</exception>
    /// <exception cref="ObjectDisposedException">The writer has been stopped.</exception>
    public Task RunAsync(Func<DatabaseSession, Task<bool>> work, Action committed, CancellationToken cancellationToken)
    {
        if (_current.Value is { IsRunning: true })
            throw new InvalidOperationException("A transaction of another scope is running in this call; use its scope instead of a new one.");
        var item = new WriteItem(work, committed, cancellationToken);
        ObjectDisposedException.ThrowIf(!_queue.Writer.TryWrite(item), this);
        return item.Done;
    }

    /// <summary>Finishes what is queued, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        _session?.Dispose();
        _session = null;
    }

    private async Task LoopAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (TryTake(out var first))
                await RunBatchAsync(first);
        }
    }

    private bool TryTake(out WriteItem item)
    {
        while (_queue.Reader.TryRead(out item!))
        {
            if (item.TryBegin())
                return true;
        }

        return false;
    }

    private async Task RunBatchAsync(WriteItem first)
    {
        var batch = new List<WriteItem> { first };
        try
        {
            _session ??= _open();
            _session.Execute("BEGIN IMMEDIATE");
            var began = Stopwatch.GetTimestamp();
            // The first item needs no savepoint: nothing lies before it. Alone, as most are, it costs two commands less.
            if (!await RunFirstAsync(_session, first))
            {
                first.Finish(_logger);
                return;
            }

            while (batch.Count < _limits.Items && Stopwatch.GetElapsedTime(began) < _limits.Time && TryTake(out var next))
            {
                batch.Add(next);
                await RunItemAsync(_session, next);
            }

            _session.Execute("COMMIT");
        }
        catch (Exception e)
        {
            Lose(batch, e);
            return;
        }

        Batches++;
        foreach (var item in batch)
            item.Finish(_logger);
    }

    /// <returns>False when the transaction was rolled back, and with it nothing but this item.</returns>
    private async Task<bool> RunFirstAsync(DatabaseSession session, WriteItem first)
    {
        var keep = await first.RunAsync(session, _current);
        if (!keep)
            session.Execute("ROLLBACK");
        session.Reset(thorough: first.Failed);
        return keep;
    }

    private async Task RunItemAsync(DatabaseSession session, WriteItem item)
    {
        session.Execute("SAVEPOINT item");
        if (!await item.RunAsync(session, _current))
            session.Execute("ROLLBACK TO item");
        session.Execute("RELEASE item");
        session.Reset(thorough: item.Failed);
    }

    /// <summary>
    /// The batch's transaction could not begin, was ended by SQLite itself or failed to commit. Its items fail together,
    /// and with them all that wait, when the database is locked: each of those would wait as long again.
    /// </summary>
    private void Lose(List<WriteItem> batch, Exception e)
    {
        _logger.BatchLost(e, batch.Count);
        var failure = new CommitFailedException(e);
        _session?.Dispose();
        _session = null;
        while (SqliteErrors.IsBusy(e) && TryTake(out var waiting))
            batch.Add(waiting);
        foreach (var item in batch)
            item.Fail(failure);
    }
}
