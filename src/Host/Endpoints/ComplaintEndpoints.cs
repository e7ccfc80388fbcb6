using Bpm.Application;
using Bpm.Application.Complaints;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Complaints, consultations and faults.</summary>
public static class ComplaintEndpoints
{
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
        routes.MapGet("/api/notices", (string? complaint, IMediator mediator, CancellationToken ct) => mediator.Ask(new ListNotices(complaint), ct))
            .WithTags("提醒").WithSummary("我的提醒，或某一案件的全部提醒").Produces<Page<NoticeView>>();
    }
}
