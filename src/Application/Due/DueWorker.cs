using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Bpm.Application.Clocks;

namespace Bpm.Application.Due;

/// <summary>Takes due rows as long as the process lives: at start everything overdue, then each at its time, or at once when woken.</summary>
public sealed class DueWorker(DueRunner runner, DueSignal signal, BusinessClock clock, ILogger<DueWorker> logger) : BackgroundService
{
    // A row written by another process is seen at the latest after this time.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var sleep = LongestSleep;
            try
            {
                var next = await runner.RunDueAsync(stoppingToken);
                if (next is { } dueAt && !clock.IsVirtual)
                    sleep = TimeSpan.FromTicks(Math.Clamp((dueAt - clock.GetUtcNow()).Ticks, 0, LongestSleep.Ticks));
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The worker must outlive a database that is away for a while.
                Log.DueWorkerFailed(logger, exception);
            }

            await signal.WaitAsync(sleep, stoppingToken);
        }
    }
}
