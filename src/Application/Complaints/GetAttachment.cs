using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>The content of a file, for those who may read its case in full. Of a strictly confidential case it is written down.</summary>
[MayRun(Permission.Staff)]
public sealed record GetAttachment(string Number, Guid Id) : IQuery<AttachmentContent>;

/// <summary>A file with its content.</summary>
public sealed record AttachmentContent(string Name, string ContentType, byte[] Content);

public sealed class GetAttachmentHandler(ICaseStore cases, IAttachmentFiles files, CaseViews views, CaseReads reads)
    : IRequestHandler<GetAttachment, Result<AttachmentContent>>
{
    public async Task<Result<AttachmentContent>> Handle(GetAttachment request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByNumberAsync(request.Number, cancellationToken);
        if (complaint is null || views.LevelOf(complaint) != AccessLevel.Full)
            return new CaseNotFound();
        if (complaint.Attachments.FirstOrDefault(file => file.Id == request.Id) is not { } attachment
            || await files.FindAsync(attachment.Id, cancellationToken) is not { } content)
        {
            return new AttachmentNotFound();
        }

        await reads.RecordAsync(complaint, cancellationToken);
        return new AttachmentContent(attachment.Name.Value, attachment.ContentType, content);
    }
}
