using Bpm.Application.Due;
using Bpm.Application.Http;
using Bpm.Application.Instances.Watching;
using Bpm.Application.Transactions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Instances;

/// <summary>
/// Stores a burst with all that it left, in the running transaction, and wakes the worker for what is due at once. The same for the
/// instances of cases and all others.
/// </summary>
public sealed class BurstKeeper(
    IInstanceStore instances, HttpCallDesk httpCalls, ITransaction transaction, DueSignal signal, IInstanceWatch watch, ILogger<BurstKeeper> logger)
{
    /// <summary>Stores a burst; one that changed nothing leaves nothing.</summary>
    public async Task KeepAsync(Burst burst, CancellationToken cancellationToken)
    {
        await instances.CommitAsync(burst, cancellationToken);
        await KeepEffectsAsync(burst, cancellationToken);
        if (LeavesDueRows(burst))
            transaction.AfterCommit(signal.Set);
        Tell(burst);
        LogIncidents(burst);
    }

    // Nobody hears of what is rolled back.
    private void Tell(Burst burst)
    {
        burst.Children.ForEach(Tell);
        if (burst.Changed && watch.IsWatched(burst.Instance.Id))
            transaction.AfterCommit(() => watch.Changed(burst.Instance.Id));
    }

    private async Task KeepEffectsAsync(Burst burst, CancellationToken cancellationToken)
    {
        foreach (var child in burst.Children)
            await KeepEffectsAsync(child, cancellationToken);
        if (burst.Effects.Count > 0)
            await httpCalls.KeepAsync(burst, cancellationToken);
    }

    private static bool LeavesDueRows(Burst burst) =>
        burst.AddedTimers.Count > 0 || burst.PublishedStimuli.Count > 0 || burst.Dispatches.Count > 0 || burst.Children.Any(LeavesDueRows);

    private void LogIncidents(Burst burst)
    {
        burst.Children.ForEach(LogIncidents);
        foreach (var incident in burst.Incidents)
            Log.Incident(logger, burst.Instance.Id, incident.NodePath);
    }
}
