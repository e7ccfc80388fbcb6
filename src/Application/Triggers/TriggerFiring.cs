using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Instances;
using Bpm.Domain;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Microsoft.Extensions.Logging;

namespace Bpm.Application.Triggers;

/// <summary>
/// Starts an instance because a trigger fired, in the transaction that takes the trigger's row: once, over any number of nodes.
/// A trigger that is published no longer starts nothing.
/// </summary>
public sealed class TriggerFiring(
    ITriggerIndex index, GraphCache graphs, InstanceProcess process, IDueRows dueRows, BusinessClock clock, ILogger<TriggerFiring> logger)
{
    /// <summary>
    /// The moment of a timetable has come. The next one is the first after now: what was missed while everything was down is not made up for.
    /// </summary>
    public async Task ScheduleAsync(DueRow due, CancellationToken cancellationToken)
    {
        if (await FindAsync(due.Subject, due.Reference, cancellationToken) is not { } row)
            return;
        var graph = graphs.Get(row.VersionId);
        var timetable = graph.Triggers.Where(trigger => trigger.NodePath == row.NodePath).ElementAt(row.Number).Timetable!;
        if (timetable.NextAfter(clock.GetUtcNow(), row.Since) is { } next)
            await dueRows.PutAsync(DueKind.Trigger, row.Organisation, row.DefinitionId, row.Reference, next, null, cancellationToken);
        await StartAsync(graph, row, null, null, cancellationToken);
    }

    /// <summary>A stimulus has come that starts instances of a definition.</summary>
    /// <param name="correlationId">Of the new instance, or null.</param>
    /// <param name="payload">What the stimulus brought.</param>
    public async Task StimulusAsync(string definitionId, string reference, string? correlationId, object? payload, CancellationToken cancellationToken)
    {
        if (await FindAsync(definitionId, reference, cancellationToken) is { } row)
            await StartAsync(graphs.Get(row.VersionId), row, correlationId, payload, cancellationToken);
    }

    private async Task StartAsync(WorkflowGraph graph, TriggerRow row, string? correlationId, object? payload, CancellationToken cancellationToken)
    {
        var options = new StartOptions
        {
            InstanceId = OrderedId.New(clock.GetUtcNow()).ToString("N"),
            TenantId = row.Organisation,
            CorrelationId = correlationId,
            Trigger = new(row.NodePath, payload),
        };
        var started = await process.StartAsync(graph, options, cancellationToken);
        if (started.IsRefused)
            Log.NotStarted(logger, row.DefinitionId, row.NodePath, started.Refusal.Code);
    }

    private async Task<TriggerRow?> FindAsync(string definitionId, string reference, CancellationToken cancellationToken) =>
        (await index.OfDefinitionAsync(definitionId, cancellationToken)).FirstOrDefault(row => row.Reference == reference);
}
