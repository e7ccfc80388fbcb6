using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
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

public sealed class MergeComplaintHandler(CaseDesk desk, MergeDesk merging) : IRequestHandler<MergeComplaint, Result<CaseView>>
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
        var merged = await merging.MergeAsync(complaint, main, request.Reason, cancellationToken);
        return merged.IsRefused ? merged.Refusal : await desk.ShowAsync(complaint, cancellationToken);
    }
}
