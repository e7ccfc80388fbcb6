using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Makes a stored content a file of its case.</summary>
[MayRun(Permission.Staff)]
public sealed record RecordAttachment(string Number, AttachmentUpload Upload) : ICommand<AttachmentView>;

public sealed class RecordAttachmentHandler(ICaseStore cases, CaseViews views, IAuditLog audit, Caller caller, BusinessClock clock)
    : IRequestHandler<RecordAttachment, Result<AttachmentView>>
{
    public async Task<Result<AttachmentView>> Handle(RecordAttachment request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByNumberAsync(request.Number, cancellationToken);
        if (complaint is null || views.LevelOf(complaint) != AccessLevel.Full)
            return new CaseNotFound();
        var now = clock.GetUtcNow();
        var attached = complaint.Attach(request.Upload, caller.Name, now);
        if (attached.IsRefused)
            return attached.Refusal;
        audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, "attachment.added", $"attachment:{request.Upload.Id:N}", caseId: complaint.Id));
        return views.OfAttachment(complaint, attached.Value);
    }
}
