using Bpm.Persistence.Scopes;
using Microsoft.Extensions.Logging;

namespace Bpm.Persistence.Sqlite;

/// <summary>One scope's work on its way through the writer. Its task ends after the batch's commit, whatever became of it.</summary>
internal sealed class WriteItem
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Withdrawn = 2;

    private readonly Func<DatabaseSession, Task<bool>> _work;
    private readonly Action _committed;
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration _withdrawal;
    private int _state;
    private bool _keep;
    private Exception? _error;

    public WriteItem(Func<DatabaseSession, Task<bool>> work, Action committed, CancellationToken cancellationToken)
    {
        (_work, _committed) = (work, committed);
        _withdrawal = cancellationToken.UnsafeRegister((_, token) => Withdraw(token), null);
    }

    /// <summary>Ends when the item's fate is durable.</summary>
    public Task Done => _done.Task;

    /// <summary>Takes the item for execution; false when its caller has given up waiting.</summary>
    public bool TryBegin()
    {
        var begun = Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;
        _withdrawal.Unregister();
        return begun;
    }

    /// <summary>Runs the work as its caller: traces and log scopes of the request hold here too.</summary>
    /// <returns>Whether to keep the changes; after an error, no.</returns>
    public async Task<bool> RunAsync(DatabaseSession session, AsyncLocal<WriteItem?> current)
    {
        try
        {
            _keep = await Start(session, current);
            if (_keep)
                await session.SaveAsync();
        }
        catch (Exception e)
        {
            (_keep, _error) = (false, e);
        }

        return _keep;
    }

    /// <summary>True when the work ended in an error.</summary>
    public bool Failed => _error is not null;

    /// <summary>True until <see cref="Finish"/> or <see cref="Fail"/>.</summary>
    public bool IsRunning => !_done.Task.IsCompleted;

    /// <summary>The batch is committed.</summary>
    public void Finish(ILogger logger)
    {
        if (_keep)
            RunCommitted(logger);
        if (_error is null)
            _done.TrySetResult();
        else
            _done.TrySetException(_error);
    }

    /// <summary>The batch is lost, or never began.</summary>
    public void Fail(Exception e) => _done.TrySetException(_error ?? e);

    private Task<bool> Start(DatabaseSession session, AsyncLocal<WriteItem?> current)
    {
        if (_context is null)
            return Enter();
        Task<bool>? started = null;
        ExecutionContext.Run(_context, _ => started = Enter(), null);
        return started!;

        async Task<bool> Enter()
        {
            current.Value = this;
            return await _work(session);
        }
    }

    private void RunCommitted(ILogger logger)
    {
        try
        {
            _committed();
        }
        catch (Exception e)
        {
            logger.AfterCommitFailed(e);
        }
    }

    private void Withdraw(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, Withdrawn, Waiting) == Waiting)
            _done.TrySetCanceled(token);
    }
}
