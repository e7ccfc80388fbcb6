using Bpm.Application.Links;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Signed links for outside systems.</summary>
public static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/links", (CreateLink body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body, link => TypedResults.Created((string?)null, link), ct))
            .WithTags("链接").WithSummary("为外部系统生成调用流程地址的签名链接").Produces<LinkView>(StatusCodes.Status201Created);
}
