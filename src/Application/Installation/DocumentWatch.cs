using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Installation;

/// <summary>Reads the documents of the organisations anew where another process put something in force.</summary>
public sealed class DocumentWatch(IServiceScopeFactory scopes, OrganisationRegistry organisations, TimeProvider systemClock, ILogger<DocumentWatch> logger) : BackgroundService
{
    // What another process put in force holds here at the latest after this time.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);
    private string? _seen;

    /// <summary>Reads them where they changed since the last look; the first look always does.</summary>
    /// <exception cref="InvalidPackException">A document cannot be read; what was in force stays.</exception>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var replaced = organisations.Replaced;
        await using var scope = scopes.CreateAsyncScope();
        var packs = scope.ServiceProvider.GetRequiredService<IPackStore>();
        var stamp = await packs.StampAsync(cancellationToken);
        if (stamp != _seen && organisations.TryLoad(await packs.AllAsync(cancellationToken), replaced))
            _seen = stamp;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, systemClock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database that is away, or a document that a newer program wrote: what was in force stays, and the next look may succeed.
                Log.DocumentsNotRead(logger, exception);
            }
        }
    }
}
