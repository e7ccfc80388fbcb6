using Bpm.Application;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain.Complaints;
using Bpm.Host.Problems;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Bpm.Host.Endpoints;

/// <summary>Complaints, consultations and faults.</summary>
public static class ComplaintEndpoints
{
    // The file and what multipart puts around it.
    private const long LargestUpload = AttachmentType.LargestSize + (64 * 1024);

    public static void MapComplaints(this IEndpointRouteBuilder routes)
    {
        var complaints = routes.MapGroup("/api/complaints").WithTags("投诉");
        complaints.MapPost("", (RegisterComplaint body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body, view => TypedResults.Created($"/api/complaints/{view.Number}", view), ct))
            .WithSummary("登记").Produces<CaseView>(StatusCodes.Status201Created);
        complaints.MapGet("", (string? status, string? category, string? channel, string? number, DateTimeOffset? from, DateTimeOffset? to,
                    int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListComplaints(status, category, channel, number, from, to, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("查询列表").Produces<Page<ComplaintRow>>();
        complaints.MapGet("/{number}", (string number, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetComplaint(number), ct))
            .WithSummary("案件详情").Produces<CaseView>();
        complaints.MapPost("/similar", (FindSimilar body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("按电话、地址、户号查找同一客户近期的案件（登记前查看历史）").Produces<Page<SimilarCase>>();
        complaints.MapCaseActions();
        complaints.MapPost("/{number}/attachments", AttachAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(LargestUpload))
            .WithSummary("上传附件（multipart，字段 file）").Accepts<IFormFile>("multipart/form-data").Produces<AttachmentView>(StatusCodes.Status201Created);
        complaints.MapGet("/{number}/attachments/{id:guid}", (string number, Guid id, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new GetAttachment(number, id), file => TypedResults.File(file.Content, file.ContentType, file.Name), ct))
            .WithSummary("下载附件").Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
        routes.MapGet("/api/notices", (string? complaint, IMediator mediator, CancellationToken ct) => mediator.Ask(new ListNotices(complaint), ct))
            .WithTags("提醒").WithSummary("我的提醒，或某一案件的全部提醒").Produces<Page<NoticeView>>();
    }

    private static async Task<IResult> AttachAsync(string number, HttpRequest request, IMediator mediator, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return Problem.Of(415, "BODY-NOT-MULTIPART", "请以 multipart/form-data 上传，文件放在字段 file 中。");
        var form = await request.ReadFormAsync(cancellationToken);
        if (form.Files.GetFile("file") is not { } file)
            return Problem.Of(new InvalidRequest("file", "请选择要上传的文件，放在字段 file 中。"));
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellationToken);
        return await mediator.Ask(
            new AttachFile(number, file.FileName, content.GetBuffer().AsMemory(0, (int)content.Length)),
            view => TypedResults.Created($"/api/complaints/{number}/attachments/{view.Id}", view), cancellationToken);
    }
}
