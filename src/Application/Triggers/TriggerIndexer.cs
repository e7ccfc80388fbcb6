using Bpm.Application.Due;
using Bpm.Application.Transactions;
using Bpm.Engine.Definitions;
using Bpm.Engine.Triggers;

namespace Bpm.Application.Triggers;

/// <summary>Keeps the index in step with what is published, in the transaction that publishes; schedules become due rows.</summary>
public sealed class TriggerIndexer(ITriggerIndex index, IDueRows dueRows, ITransaction transaction, DueSignal signal)
{
    /// <summary>
    /// Puts a version's triggers in the place of those of the version before. A timetable that the activity had already keeps its due time.
    /// </summary>
    /// <param name="at">Business time of publishing.</param>
    public async Task IndexAsync(WorkflowGraph graph, string organisation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var before = (await index.OfDefinitionAsync(graph.DefinitionId, cancellationToken)).ToDictionary(row => row.Reference);
        if (before.Count == 0 && graph.Triggers.Count == 0)
            return;
        var rows = new List<TriggerRow>();
        foreach (var (number, trigger) in graph.Triggers.GroupBy(trigger => trigger.NodePath).SelectMany(node => node.Index()))
        {
            var row = Row(graph, organisation, trigger, number, at);
            var kept = before.GetValueOrDefault(row.Reference) is { } old && old.Kind == row.Kind && old.Timetable == row.Timetable ? old : null;
            if (kept is not null)
                row = row with { Since = kept.Since };
            else if (trigger.Timetable is { } timetable)
                await ScheduleAsync(row, timetable.NextAfter(at, at), cancellationToken);
            rows.Add(row);
        }

        foreach (var gone in before.Values.Where(row => row.Kind == TriggerKind.Schedule && !rows.Any(now => now.Reference == row.Reference && now.Kind == row.Kind)))
            await dueRows.RemoveAsync(DueKind.Trigger, gone.DefinitionId, gone.Reference, cancellationToken);
        await index.ReplaceAsync(graph.DefinitionId, rows, cancellationToken);
    }

    /// <summary>Forgets the triggers of a definition that is published no longer.</summary>
    public async Task RemoveAsync(string definitionId, CancellationToken cancellationToken)
    {
        foreach (var row in await index.OfDefinitionAsync(definitionId, cancellationToken))
            await dueRows.RemoveAsync(DueKind.Trigger, definitionId, row.Reference, cancellationToken);
        await index.ReplaceAsync(definitionId, [], cancellationToken);
    }

    private async Task ScheduleAsync(TriggerRow row, DateTimeOffset? next, CancellationToken cancellationToken)
    {
        if (next is not { } due)
        {
            await dueRows.RemoveAsync(DueKind.Trigger, row.DefinitionId, row.Reference, cancellationToken);
            return;
        }

        await dueRows.PutAsync(DueKind.Trigger, row.Organisation, row.DefinitionId, row.Reference, due, null, cancellationToken);
        transaction.AfterCommit(signal.Set);
    }

    private static TriggerRow Row(WorkflowGraph graph, string organisation, Trigger trigger, int number, DateTimeOffset at) => new(
        graph.DefinitionId, trigger.NodePath, number, organisation, graph.VersionId, trigger.ActivityId, trigger.ActivityType, trigger.Kind,
        trigger.Hash, trigger.Payload, trigger.Timetable?.Text, at);
}
