using System.Collections.Concurrent;
using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Pipeline;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Http;

/// <summary>
/// Takes calls outside. In real time several are under way at once, so that a slow outside system holds up neither timers nor other
/// calls; under a virtual clock one after the other, so that a run can be repeated.
/// </summary>
public sealed class HttpCallRunner(IServiceScopeFactory scopes, IHttpSender sender, BusinessClock clock, ILogger<HttpCallRunner> logger)
    : IHostedService, IDisposable
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _slots = new(MostAtOnce, MostAtOnce);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<Guid, Task> _underWay = new();
    private bool _disposed;

    /// <summary>Runs a due row of a call.</summary>
    public async Task RunAsync(DueRow row, CancellationToken cancellationToken)
    {
        if (!_slots.Wait(0, CancellationToken.None))
        {
            await SendAsync(new PostponeDueRow(row, clock.GetUtcNow() + Busy), cancellationToken);
            return;
        }

        var begun = false;
        try
        {
            var next = await SendAsync(new AdvanceHttpCall(row), cancellationToken);
            if (next.Value.Send is not { } call)
                return;
            begun = true;
            var sending = DeliverAsync(call);
            if (clock.IsVirtual)
                await sending;
            else
                Follow(call.Id, sending);
        }
        finally
        {
            if (!begun)
                _slots.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Gives up what is under way; it is sent again, with the same key, once its lease is over.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped once more after its services are gone.
        if (_disposed)
            return;
        await _stopping.CancelAsync();
        await Task.WhenAll(_underWay.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _disposed = true;
        _stopping.Dispose();
        _slots.Dispose();
    }

    private void Follow(Guid id, Task sending)
    {
        _underWay[id] = sending;
        _ = sending.ContinueWith(_ => _underWay.TryRemove(id, out Task? _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private async Task DeliverAsync(HttpCall call)
    {
        try
        {
            var result = await sender.SendAsync(call.Order, call.Id.ToString("N"), _stopping.Token);
            await SendAsync(new RecordHttpResult(call.Id, result), CancellationToken.None);
            Log.HttpCallTried(logger, call.Id, call.Attempts, result.Outcome, result.Status);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The lease brings it back.
        }
        catch (Exception exception)
        {
            // As above; nobody awaits this task.
            Log.HttpCallFailed(logger, exception, call.Id, call.Attempts);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<Domain.Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, cancellationToken);
    }
}
