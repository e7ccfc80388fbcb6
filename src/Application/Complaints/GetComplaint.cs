using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>One case, as much of it as the caller may see. A full read of a strictly confidential case is written down.</summary>
[MayRun(Permission.Staff)]
public sealed record GetComplaint(string Number) : IQuery<CaseView>;

public sealed class GetComplaintHandler(ICaseStore cases, IInstanceStore instances, IAuditLog audit, CaseViews views, CaseLinks links, CaseReads reads)
    : IRequestHandler<GetComplaint, Result<CaseView>>
{
    public async Task<Result<CaseView>> Handle(GetComplaint request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByNumberAsync(request.Number, cancellationToken);
        if (complaint is null)
            return new CaseNotFound();
        var level = views.LevelOf(complaint);
        var full = level == AccessLevel.Full;
        if (full)
            await reads.RecordAsync(complaint, cancellationToken);
        var (instance, unreadable) = full ? await InstanceAsync(complaint, cancellationToken) : default;
        var trail = full ? await audit.OfCaseAsync(complaint.Id, cancellationToken) : [];
        var hidden = full ? await links.HiddenAsync(complaint, cancellationToken) : null;
        var view = views.Of(complaint, instance, trail, unreadable, hidden);
        return view is null ? new CaseNotFound() : view;
    }

    /// <summary>A damaged instance does not hide its case: the case says what is wrong.</summary>
    private async Task<(WorkflowInstance? Instance, string? Unreadable)> InstanceAsync(Case complaint, CancellationToken cancellationToken)
    {
        try
        {
            return (await instances.FindAsync(complaint.InstanceId, cancellationToken), null);
        }
        catch (InvalidStateException e)
        {
            return (null, e.Message);
        }
    }
}
