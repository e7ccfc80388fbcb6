using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using MediatR;

namespace Bpm.Host.Startup;

/// <summary>Removes what nobody needs any more, once an hour by the system clock.</summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider systemClock, ILogger<Housekeeping> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, systemClock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Caller>().BecomeSystem();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetAnswers(), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What is not removed now is removed an hour later.
                Log.HousekeepingFailed(logger, exception);
            }
        }
    }
}
