using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Http;
using Bpm.Application.Outbox;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Due;

/// <summary>
/// Runs what has fallen due, in order of due time, each row in a transaction of its own. The only one in this process that does:
/// the worker and an advance of the virtual clock take turns.
/// </summary>
public sealed class DueRunner(IServiceScopeFactory scopes, HttpCallRunner httpCalls, BusinessClock clock, ILogger<DueRunner> logger) : IDisposable
{
    private const int BatchSize = 64;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<long, TimeSpan> _retries = [];

    /// <summary>Runs everything due by now.</summary>
    /// <returns>When the next row falls due; null when none waits.</returns>
    public async Task<DateTimeOffset?> RunDueAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RunUntilAsync(clock.GetUtcNow(), cancellationToken);
            return await FirstDueAsync(cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Moves the virtual clock to a moment, running all that falls due on the way at its own due time.</summary>
    public async Task AdvanceAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RunUntilAsync(to, cancellationToken);
            await SendAsync(new StoreVirtualTime(to), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RunUntilAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await NextAsync(until, cancellationToken);
            if (rows.Count == 0)
                return;
            // What one row causes may fall due before the next row of the batch: look again after each that changed something later.
            foreach (var row in rows)
            {
                if (clock.IsVirtual && row.DueAt > clock.GetUtcNow())
                    clock.MoveTo(row.DueAt);
                await RunAsync(row, cancellationToken);
                if (clock.IsVirtual)
                    break;
            }
        }
    }

    private async Task RunAsync(DueRow row, CancellationToken cancellationToken)
    {
        try
        {
            if (row.Kind == DueKind.Outbox)
                await DeliverAsync(row, cancellationToken);
            else if (row.Kind == DueKind.HttpCall)
                await httpCalls.RunAsync(row, cancellationToken);
            else
                await SendAsync(new RunDueRow(row), cancellationToken);
            _retries.Remove(row.Id);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var wait = _retries.TryGetValue(row.Id, out var last) ? TimeSpan.FromTicks(Math.Min(last.Ticks * 2, LongestRetry.Ticks)) : FirstRetry;
            _retries[row.Id] = wait;
            Log.DueRowFailed(logger, exception, row.Id, row.Kind, row.Subject, wait);
            await SendAsync(new PostponeDueRow(row, clock.GetUtcNow() + wait), cancellationToken);
        }
    }

    private async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        string? error;
        await using (var scope = scopes.CreateAsyncScope())
            error = await scope.ServiceProvider.GetRequiredService<OutboxDelivery>().TryAsync(row, cancellationToken);
        await SendAsync(new RecordDelivery(row, error, clock.GetUtcNow()), cancellationToken);
    }

    private async Task<IReadOnlyList<DueRow>> NextAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDueRows>().NextAsync(until, clock.IsVirtual ? 1 : BatchSize, cancellationToken);
    }

    private async Task<DateTimeOffset?> FirstDueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDueRows>().FirstDueAsync(cancellationToken);
    }

    private async Task SendAsync<T>(Pipeline.ICommand<T> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
