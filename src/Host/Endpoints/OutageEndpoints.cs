using Bpm.Application;
using Bpm.Application.Outages;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Where the water fails, and what callers are told.</summary>
public static class OutageEndpoints
{
    public static void MapOutages(this IEndpointRouteBuilder routes)
    {
        var outages = routes.MapGroup("/api/outages").WithTags("停水通告");
        outages.MapGet("", (string? state, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListOutages(state, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("停水通告列表：current 进行中、planned 计划、past 已结束").Produces<Page<OutageView>>();
        outages.MapPost("", (AnnounceOutage body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body, view => TypedResults.Created($"/api/outages/{view.Id}", view), ct))
            .WithSummary("发布停水通告").Produces<OutageView>(StatusCodes.Status201Created);
        outages.MapPost("/find", (FindOutages body, IMediator mediator, CancellationToken ct) => mediator.Ask(body, ct))
            .WithSummary("按地址查找正在停水的通告（登记时）").Produces<Page<OutageView>>();
        outages.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetOutage(id), ct))
            .WithSummary("一条停水通告").Produces<OutageView>();
        outages.MapPost("/{id:guid}/change", (Guid id, AnnounceOutage body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ChangeOutage(id, body.Title, body.Text, body.Area, body.Begins, body.ExpectedEnd, body.MainCase), ct))
            .WithSummary("修改停水通告").Produces<OutageView>();
        outages.MapPost("/{id:guid}/end", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new EndOutage(id), ct))
            .WithSummary("停水结束").Produces<OutageView>();
    }
}
