using Bpm.Application.Supervision;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>督办: what is overdue and soon due.</summary>
public static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder routes) =>
        routes.MapGet(
                "/api/supervision",
                (string? by, string? department, string? person, string? rule, string? channel, string? state, int? hours, int? page, int? pageSize,
                    IMediator mediator, CancellationToken ct) =>
                    mediator.Ask(new GetSupervision(by, department, person, rule, channel, state, hours, page ?? 0, pageSize ?? 50), ct))
            .WithTags("督办").WithSummary("已逾期和即将到期的时限：按部门或按人，附督办阶梯").Produces<SupervisionView>();
}
