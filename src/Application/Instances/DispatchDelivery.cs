using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Due;
using Bpm.Application.Transactions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Application.Instances;

/// <summary>
/// Starts the instances that others dispatched. One that cannot be started (its definition was retracted meanwhile, its strategy forbids it)
/// is written into the audit trail, and a parent that waits is told, so that nobody waits for ever.
/// </summary>
public sealed class DispatchDelivery(
    IWorkflowGraphs published, InstanceProcess process, StimulusDelivery stimuli, IAuditLog audit, ITransaction transaction, DueSignal signal,
    BusinessClock clock)
{
    /// <summary>Starts the instance of a row that was taken out.</summary>
    public async Task DeliverAsync(DueRow row, CancellationToken cancellationToken)
    {
        var letter = DispatchLetter.Read(row.Payload!);
        var started = await StartAsync(row, letter, cancellationToken);
        if (!started.IsRefused)
            return;
        audit.Append(AuditEntry.Record(
            clock.GetUtcNow(), row.Organisation, "system", "workflow.not-started", $"instance:{row.Subject}", $"{letter.DefinitionId} {started.Refusal.Code}"));
        if (letter.ParentWaits)
            await TellAsync(row, started.Refusal, cancellationToken);
    }

    private async Task<Result<WorkflowInstance>> StartAsync(DueRow row, DispatchLetter letter, CancellationToken cancellationToken)
    {
        try
        {
            return published.FindPublished(letter.DefinitionId, row.Organisation) is { } graph
                ? await process.StartAsync(graph, letter.Options(row.Organisation, row.Subject, row.Reference), cancellationToken)
                : new WorkflowNotFound(letter.DefinitionId);
        }
        catch (InvalidDefinitionException exception)
        {
            return new WorkflowNotStarted(exception.Message);
        }
    }

    private async Task TellAsync(DueRow row, Refusal refusal, CancellationToken cancellationToken)
    {
        var end = new Dictionary<string, object?>
        {
            ["status"] = nameof(WorkflowStatus.Finished),
            ["subStatus"] = nameof(WorkflowSubStatus.Faulted),
            ["output"] = new Dictionary<string, object?>(),
            ["error"] = refusal.Message,
        };
        var letter = Letter.Of(new PublishedStimulus(Stimulus.ChildEnded, row.Reference, null, end));
        await stimuli.AddressAsync(row.Organisation, $"{row.Subject}.{row.Reference}", letter, row.DueAt, cancellationToken);
        transaction.AfterCommit(signal.Set);
    }
}
