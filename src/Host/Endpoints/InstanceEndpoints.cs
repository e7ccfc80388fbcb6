using System.Text.Json;
using Bpm.Application;
using Bpm.Application.Instances;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Workflow instances: look at them, and mend them. For process admins.</summary>
public static class InstanceEndpoints
{
    public static void MapInstances(this IEndpointRouteBuilder routes)
    {
        var instances = routes.MapGroup("/api/instances").WithTags("流程实例");
        instances.MapGet("", (string? definitionId, string? correlationId, string? status, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListInstances(definitionId, correlationId, status, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("流程实例列表，最新的在前").Produces<Page<InstanceRow>>();
        instances.MapGet("/{id}", (string id, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetInstance(id), ct))
            .WithSummary("一个流程实例").Produces<InstanceView>();
        instances.MapGet("/{id}/journal", (string id, long? from, int? count, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new GetJournal(id, from ?? 1, count ?? 200), ct))
            .WithSummary("运行日志").Produces<JournalView>();
        instances.MapPost("/{id}/cancel", (string id, ReasonBody? body, IMediator mediator, CancellationToken ct) => mediator.Ask(new CancelInstance(id, body?.Reason), ct))
            .WithSummary("取消").Produces<InstanceView>();
        instances.MapPost("/{id}/pause", (string id, IMediator mediator, CancellationToken ct) => mediator.Ask(new PauseInstance(id, true), ct))
            .WithSummary("暂停：到期的定时和收到的事件先留着").Produces<InstanceView>();
        instances.MapPost("/{id}/unpause", (string id, IMediator mediator, CancellationToken ct) => mediator.Ask(new PauseInstance(id, false), ct))
            .WithSummary("恢复运行").Produces<InstanceView>();
        instances.MapPost("/{id}/retry", (string id, RetryBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RetryInstance(id, body.ActivityInstanceId, body.Reason), ct))
            .WithSummary("重试失败的步骤").Produces<InstanceView>();
        instances.MapPost("/{id}/skip", (string id, SkipBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new SkipActivity(id, body.ActivityInstanceId, body.Outcomes, body.Reason), ct))
            .WithSummary("跳过失败的步骤").Produces<InstanceView>();
        instances.MapPost("/{id}/variables/{name}", (string id, string name, VariableBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new SetInstanceVariable(id, name, body.Value, body.Reason), ct))
            .WithSummary("修改变量").Produces<InstanceView>();
    }

    /// <summary>Body of a retry; without a run all failed ones are retried.</summary>
    public sealed record RetryBody(int? ActivityInstanceId, string? Reason = null);

    /// <summary>Body of a skip.</summary>
    public sealed record SkipBody(int ActivityInstanceId, IReadOnlyList<string>? Outcomes, string? Reason = null);

    /// <summary>Body of a change.</summary>
    public sealed record VariableBody(JsonElement Value, string? Reason = null);

    /// <summary>Why; goes to the audit trail.</summary>
    public sealed record ReasonBody(string? Reason);
}
