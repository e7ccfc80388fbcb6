using System.Text.Json;
using Bpm.Application.Instances.Incidents;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Incidents that nobody has dealt with, and mending many at once. For process admins.</summary>
public static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/api/incidents").WithTags("流程异常");
        incidents.MapGet("", (string? definitionId, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListIncidents(definitionId, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("未处理的异常，最新的在前").Produces<IncidentList>();
        incidents.MapPost("/retry", (MendBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(body.Order(MendAction.Retry), ct))
            .WithSummary("重试；逐件给出结果，每件一个事务").Produces<MendReport>();
        incidents.MapPost("/skip", (SkipBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body.Order(MendAction.Skip) with { Outcomes = body.Outcomes }, ct))
            .WithSummary("跳过失败的步骤；逐件给出结果，每件一个事务").Produces<MendReport>();
        incidents.MapPost("/variables", (VariableBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(body.Order(MendAction.Variable) with { Variable = body.Name, Value = body.Value }, ct))
            .WithSummary("修改变量；逐件给出结果，每件一个事务").Produces<MendReport>();
        incidents.MapPost("/cancel", (MendBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(body.Order(MendAction.Cancel), ct))
            .WithSummary("取消流程实例（办理案件的除外）；逐件给出结果，每件一个事务").Produces<MendReport>();
    }

    /// <summary>Which ones, and why.</summary>
    /// <param name="Items">Instances with the failed run; without a run all failed ones are retried.</param>
    public record MendBody(IReadOnlyList<MendTarget>? Items, string? Reason)
    {
        internal MendInstances Order(MendAction action) => new(action, Items ?? [], Reason);
    }

    /// <summary>Body of a skip.</summary>
    /// <param name="Outcomes">Outcomes to leave by; none means each step's first one.</param>
    public sealed record SkipBody(IReadOnlyList<MendTarget>? Items, IReadOnlyList<string>? Outcomes, string? Reason) : MendBody(Items, Reason);

    /// <summary>Body of a change.</summary>
    public sealed record VariableBody(IReadOnlyList<MendTarget>? Items, string? Name, JsonElement Value, string? Reason) : MendBody(Items, Reason);
}
