namespace Bpm.Application.Due;

/// <summary>Wakes the due worker when a committed transaction has left something that is due now.</summary>
public sealed class DueSignal : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Wakes the worker; harmless when it is awake.</summary>
    public void Set()
    {
        try
        {
            _signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set.
        }
    }

    /// <summary>Returns when set, or after the time given.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await _signal.WaitAsync(longest, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The worker's loop ends by its own condition.
        }
    }

    public void Dispose() => _signal.Dispose();
}
