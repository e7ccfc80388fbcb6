using System.Security.Cryptography;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>
/// Adds a file to a case that the caller may read in full. No command itself: the content is written before the transaction, because
/// nothing slow may run inside one; <see cref="RecordAttachment"/> then makes it known.
/// </summary>
/// <param name="Number">The case's number.</param>
/// <param name="FileName">As the caller's browser names it; folders are cut off.</param>
/// <param name="Content">The bytes.</param>
[MayRun(Permission.Staff)]
public sealed record AttachFile(string Number, string FileName, ReadOnlyMemory<byte> Content) : IQuery<AttachmentView>;

public sealed class AttachFileHandler(ICaseStore cases, IAttachmentFiles files, CaseViews views, IMediator mediator)
    : IRequestHandler<AttachFile, Result<AttachmentView>>
{
    public async Task<Result<AttachmentView>> Handle(AttachFile request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByNumberAsync(request.Number, cancellationToken);
        if (complaint is null || views.LevelOf(complaint) != AccessLevel.Full)
            return new CaseNotFound();
        if (request.Content.Length > AttachmentType.LargestSize)
            return new AttachmentInvalid($"文件不能超过 {AttachmentType.LargestSize / 1024 / 1024} MB。");
        var name = request.FileName[(request.FileName.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        var upload = new AttachmentUpload(Guid.CreateVersion7(), name, request.Content.Length, Convert.ToHexStringLower(SHA256.HashData(request.Content.Span)));
        await files.SaveAsync(upload.Id, request.Content, complaint.IsConfidential, cancellationToken);
        var kept = false;
        try
        {
            var recorded = await mediator.Send(new RecordAttachment(request.Number, upload), cancellationToken);
            // A repeated request is answered with the first one's file.
            kept = !recorded.IsRefused && recorded.Value.Id == upload.Id;
            return recorded;
        }
        finally
        {
            if (!kept)
                files.Remove(upload.Id);
        }
    }
}
