using Bpm.Application.Status;
using Bpm.Host.Problems;
using Bpm.Web.Status;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>The status of a case, for customers.</summary>
public static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/status", (string? number, string? code, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetPublicStatus(number, code), ct))
            .WithTags("查询").WithSummary("凭受理编号和查询码查询办理情况与最新答复").Produces<PublicStatus>().RequireRateLimiting(StatusQuestions.Policy);
}
