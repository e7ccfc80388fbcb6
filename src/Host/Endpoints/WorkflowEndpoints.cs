using System.Text.Json;
using Bpm.Application;
using Bpm.Application.Definitions;
using Bpm.Application.Due;
using Bpm.Application.Instances;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Workflows that no case starts: start, events, instances, outside tasks. For process admins.</summary>
public static class WorkflowEndpoints
{
    public static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        var workflows = routes.MapGroup("/api/workflows").WithTags("流程");
        workflows.MapPost("/{definitionId}/start", (string definitionId, StartBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(
                new StartWorkflow(definitionId, body.CorrelationId, body.Name, body.Input),
                view => TypedResults.Created($"/api/instances/{view.Id}", view), ct))
            .WithSummary("启动已发布的流程").Produces<InstanceView>(StatusCodes.Status201Created);
        workflows.MapPost("/{definitionId}/retract", (string definitionId, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RetractDefinition(definitionId), _ => TypedResults.NoContent(), ct))
            .WithSummary("停用流程：不再启动新的实例，运行中的继续").Produces(StatusCodes.Status204NoContent);
        routes.MapPost("/api/events/{name}", (string name, EventBody body, IMediator mediator, CancellationToken ct) => mediator.Ask(
                new SendEvent(name, body.CorrelationId, body.Payload), receivers => TypedResults.Accepted((string?)null, receivers), ct))
            .WithTags("流程").WithSummary("发送事件：先启动由它触发的流程，再通知等待它的实例").Produces<StimulusReceivers>(StatusCodes.Status202Accepted);
        routes.MapGet("/api/run-tasks", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListRunTasks(), ct))
            .WithTags("流程").WithSummary("流程等待的外部任务").Produces<Page<RunTask>>();
        routes.MapPost("/api/run-tasks/{id}/complete", (string id, RunTaskBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CompleteRunTask(id, body.Result), _ => TypedResults.NoContent(), ct))
            .WithTags("流程").WithSummary("外部任务已完成").Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>Body of a start.</summary>
    public sealed record StartBody(string? CorrelationId, string? Name, IReadOnlyDictionary<string, JsonElement>? Input);

    /// <summary>Body of an event.</summary>
    public sealed record EventBody(string? CorrelationId, JsonElement? Payload);

    /// <summary>Body of a completion.</summary>
    public sealed record RunTaskBody(JsonElement? Result);
}
