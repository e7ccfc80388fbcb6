using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Outages;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Engine.Execution;

namespace Bpm.Application.Complaints;

/// <summary>What mergers have in common, whenever they happen: the case ends in the main one, and both histories say so and why.</summary>
public sealed class MergeDesk(CaseDesk desk, OutageDesk outages, CaseProcess process, IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>Merges a case whose process runs.</summary>
    /// <param name="reason">Words of the caller.</param>
    public async Task<Result<Done>> MergeAsync(Case complaint, Case main, string? reason, CancellationToken cancellationToken)
    {
        var merged = await process.MergeAsync(complaint, main, cancellationToken);
        return merged.IsRefused ? merged.Refusal : Record(complaint, main, reason);
    }

    /// <summary>Starts a case that was just registered and merges it at once into the main case of the outage that its caller speaks of.</summary>
    /// <param name="outageId">The outage.</param>
    /// <param name="versionId">The published version of the case's workflow.</param>
    /// <param name="firstReplyGiven">The registrar has given the first reply already.</param>
    /// <returns>The instance, which has ended.</returns>
    public async Task<Result<WorkflowInstance>> StartAsync(
        Case complaint, Guid outageId, string versionId, bool firstReplyGiven, CancellationToken cancellationToken)
    {
        if (await outages.FindAsync(outageId, cancellationToken) is not { } outage)
            return new OutageNotFound();
        if (outage.MainCase is not { } number || await desk.FindAsync(number, cancellationToken) is not { } main)
            return new OutageWithoutCase();
        var started = await process.StartMergedAsync(complaint, versionId, firstReplyGiven, main, cancellationToken);
        if (started.IsRefused)
            return started;
        var recorded = Record(complaint, main, $"停水通告：{outage.Title}");
        return recorded.IsRefused ? recorded.Refusal : started;
    }

    private Result<Done> Record(Case complaint, Case main, string? reason)
    {
        var now = clock.GetUtcNow();
        foreach (var (one, two) in (IEnumerable<(Case, Case)>)[(complaint, main), (main, complaint)])
        {
            var note = one.Note(NoteKinds.Merge, two.Number, reason, caller.Name, now);
            if (note.IsRefused)
                return note.Refusal;
            audit.Append(AuditEntry.Record(
                now, one.Organisation, caller.Name, one == complaint ? "case.merged" : "case.absorbed", $"case:{one.Number}", two.Number, one.Id));
        }

        return default(Done);
    }
}
