using System.Text.Json;
using Bpm.Application;
using Bpm.Application.Tasks;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Human tasks: lists, and what people do with them.</summary>
public static class TaskEndpoints
{
    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        var tasks = routes.MapGroup("/api/tasks").WithTags("任务");
        tasks.MapGet("", (string? scope, string? complaint, int? page, int? pageSize, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ListTasks(scope ?? "available", complaint, page ?? 0, pageSize ?? 100), ct))
            .WithSummary("任务列表：mine 我的、available 可领取、started 我登记的、copied 抄送我的、done 已办").Produces<Page<TaskListRow>>();
        tasks.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetTask(id), ct))
            .WithSummary("一项任务及其表单").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/claim", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ClaimTask(id), ct))
            .WithSummary("领取").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/release", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ReleaseTask(id), ct))
            .WithSummary("放回").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/complete", (Guid id, CompleteBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CompleteTask(id, body.Outcome ?? "", body.Form, body.Comment), ct))
            .WithSummary("办结，给出结果和表单").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/transfer", (Guid id, HandOverBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new TransferTask(id, body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("转办").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/delegate", (Guid id, HandOverBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new DelegateTask(id, body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("委派，办完回到委派人").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/return", (Guid id, ReturnBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ReturnTask(id, body.Reason ?? ""), ct))
            .WithSummary("受委派人交回").Produces<TaskView>();
    }

    /// <summary>Body of a completion.</summary>
    public sealed record CompleteBody(string? Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment);

    /// <summary>Body of a transfer or delegation.</summary>
    public sealed record HandOverBody(string? To, string? Reason);

    /// <summary>Body of a return.</summary>
    public sealed record ReturnBody(string? Reason);
}
