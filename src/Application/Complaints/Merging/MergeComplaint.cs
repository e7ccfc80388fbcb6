using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// 并案: an open case goes on as another one of its category. It closes with its clocks, tasks and workflow instance; both histories say so.
/// Repeated, it changes nothing.
/// </summary>
/// <param name="Into">Number of the main case.</param>
/// <param name="Reason">Required.</param>
[MayRun(Permission.Register)]
public sealed record MergeComplaint(string Number, string Into, string? Reason) : ICommand<CaseView>;

public sealed class MergeComplaintHandler(CaseDesk desk, CaseProcess process, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<MergeComplaint, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(MergeComplaint request, CancellationToken cancellationToken)
    {
        var complaint = await desk.FindAsync(request.Number, cancellationToken);
        if (complaint is null)
            return new CaseNotFound();
        var main = await desk.FindAsync(request.Into.Trim(), cancellationToken);
        if (main is null || main.Organisation != complaint.Organisation)
            return new MergeTargetNotFound();
        if (complaint.MergedInto == main.Number)
            return await desk.ShowAsync(complaint, cancellationToken);
        var merged = await process.MergeAsync(complaint, main, cancellationToken);
        if (merged.IsRefused)
            return merged.Refusal;
        var now = clock.GetUtcNow();
        foreach (var (one, two) in (IEnumerable<(Case, Case)>)[(complaint, main), (main, complaint)])
        {
            var note = one.Note(NoteKinds.Merge, two.Number, request.Reason, caller.Name, now);
            if (note.IsRefused)
                return note.Refusal;
            audit.Append(AuditEntry.Record(
                now, one.Organisation, caller.Name, one == complaint ? "case.merged" : "case.absorbed", $"case:{one.Number}", two.Number, one.Id));
        }

        return await desk.ShowAsync(complaint, cancellationToken);
    }
}
