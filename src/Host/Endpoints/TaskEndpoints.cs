using System.Text.Json;
using Bpm.Application;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
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
        tasks.MapGet("", ([AsParameters] ListQuery query, IMediator mediator, CancellationToken ct) => mediator.Ask(query.ToRequest(), ct))
            .WithSummary("任务列表：mine 我的、available 可领取、started 我登记的、copied 抄送我的、done 已办").Produces<Page<TaskListRow>>();
        tasks.MapGet("/counts", (IMediator mediator, CancellationToken ct) => mediator.Ask(new CountTasks(), ct))
            .WithSummary("各任务列表的数量").Produces<TaskCounts>();
        tasks.MapGet("/filters", (IMediator mediator, CancellationToken ct) => mediator.Ask(new ListFilters(), ct))
            .WithSummary("本人保存的筛选").Produces<Page<SavedFilterView>>();
        tasks.MapPost("/filters", (FilterBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new SaveFilter(body.Name ?? "", body.Query ?? ""), ct))
            .WithSummary("保存筛选；同名的会被替换").Produces<SavedFilterView>();
        tasks.MapPost("/filters/{id:guid}/delete", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new DeleteFilter(id), ct))
            .WithSummary("删除筛选").Produces<SavedFilterView>();
        tasks.MapPost("/transfer-many", (TransferManyBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new TransferMany(body.Tasks ?? [], body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("批量转办，逐项给出结果").Produces<Page<TaskResult>>();
        tasks.MapGet("/{id:guid}", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new GetTask(id), ct))
            .WithSummary("一项任务及其表单").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/claim", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ClaimTask(id), ct))
            .WithSummary("领取").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/release", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ReleaseTask(id), ct))
            .WithSummary("放回").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/complete", (Guid id, CompleteBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CompleteTask(id, body.Outcome ?? "", body.Form, body.Comment), ct))
            .WithSummary("办结，给出结果和表单").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/decide", (Guid id, CompleteBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new DecideTask(id, body.Outcome ?? "", body.Form, body.Comment), ct))
            .WithSummary("领取并办结").Produces<TaskView>();
        tasks.MapPost("/decide-many", (DecideManyBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new DecideMany(body.Tasks ?? [], body.Outcome ?? "", body.Form, body.Comment), ct))
            .WithSummary("对多项任务作同样的决定，逐项给出结果").Produces<Page<TaskResult>>();
        tasks.MapPost("/{id:guid}/transfer", (Guid id, HandOverBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new TransferTask(id, body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("转办").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/delegate", (Guid id, HandOverBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new DelegateTask(id, body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("委派，办完回到委派人").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/return", (Guid id, ReturnBody body, IMediator mediator, CancellationToken ct) =>
                string.IsNullOrWhiteSpace(body.ToStep)
                    ? mediator.Ask(new ReturnTask(id, body.Reason ?? ""), ct)
                    : mediator.Ask(new SendBackTask(id, body.ToStep, body.Reason ?? ""), ct))
            .WithSummary("退回到 toStep 所指的环节；不写 toStep 则为受委派人交回").Produces<TaskView>();
        tasks.MapGet("/{id:guid}/return-steps", (Guid id, IMediator mediator, CancellationToken ct) => mediator.Ask(new ListReturnSteps(id), ct))
            .WithSummary("可以退回到哪些环节").Produces<Page<ReturnStep>>();
        tasks.MapPost("/{id:guid}/withdraw", (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new WithdrawTask(id, body.Reason ?? ""), ct))
            .WithSummary("撤回自己的办理结果，下一步无人领取时").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/urge", (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new UrgeTask(id, body.Reason ?? ""), ct))
            .WithSummary("催办，30 分钟内不能重复").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/add-signer", (Guid id, SignerBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new AddSigner(id, body.To ?? "", body.Position ?? ""), ct))
            .WithSummary("加签：before 办结前，after 办结后").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/remove-signer", (Guid id, HandOverBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RemoveSigner(id, body.To ?? "", body.Reason ?? ""), ct))
            .WithSummary("减签，只在其办理之前").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/extend", (Guid id, ExtendBody body, IMediator mediator, CancellationToken ct) => body.Until is { } until
                ? mediator.Ask(new ExtendTask(id, until, body.Reason ?? ""), ct)
                : Task.FromResult<IResult>(Problem.Of(new InvalidRequest("until", "请填写延期到什么时间。"))))
            .WithSummary("申请延期（默认不启用）").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/pause", (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new PauseTask(id, body.Reason ?? ""), ct))
            .WithSummary("申请暂停计时（默认不启用）").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/resume", (Guid id, ReasonBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new ResumeTask(id, body.Reason ?? ""), ct))
            .WithSummary("恢复计时").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/decide-clock", (Guid id, DecisionBody body, IMediator mediator, CancellationToken ct) => body.Granted is { } granted
                ? mediator.Ask(new DecideClockRequest(id, granted), ct)
                : Task.FromResult<IResult>(Problem.Of(new InvalidRequest("granted", "请填写是否同意。"))))
            .WithSummary("审批延期或暂停").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/copy", (Guid id, CopyBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new CopyTask(id, body.To ?? []), ct))
            .WithSummary("抄送").Produces<TaskView>();
        tasks.MapPost("/{id:guid}/call-backs", (Guid id, CallBacksBody body, IMediator mediator, CancellationToken ct) =>
                mediator.Ask(new RecordCallBacks(id, [.. (body.Calls ?? []).OfType<RecordCallBacks.CallBack>()]), ct))
            .WithSummary("办理回访任务时，逐位记录并入案件客户的回访结果").Produces<CallBacksRecorded>();
    }

    /// <summary>What a list may be narrowed by.</summary>
    public sealed record ListQuery(
        string? Scope, string? Complaint, string? Text, string[]? Step, string? Category, string? Department, string? Urgency, string? Order, int? Page, int? PageSize)
    {
        internal ListTasks ToRequest() => new(Scope ?? "available", Complaint, Page ?? 0, PageSize ?? 100)
        {
            Text = Text,
            Steps = Step,
            Category = Category,
            Department = Department,
            Urgency = Urgency,
            Order = Order,
        };
    }

    /// <summary>Body of a saved filter.</summary>
    public sealed record FilterBody(string? Name, string? Query);

    /// <summary>Body of a bulk transfer.</summary>
    public sealed record TransferManyBody(IReadOnlyList<Guid>? Tasks, string? To, string? Reason);

    /// <summary>Body of an added signer.</summary>
    public sealed record SignerBody(string? To, string? Position);

    /// <summary>Body of an extension.</summary>
    public sealed record ExtendBody(DateTimeOffset? Until, string? Reason);

    /// <summary>Body of a decision.</summary>
    public sealed record DecisionBody(bool? Granted);

    /// <summary>Body of the calls to customers whose cases were merged.</summary>
    public sealed record CallBacksBody(IReadOnlyList<RecordCallBacks.CallBack?>? Calls);

    /// <summary>Body of copies.</summary>
    public sealed record CopyBody(IReadOnlyList<string>? To);

    /// <summary>Body of a completion.</summary>
    public sealed record CompleteBody(string? Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment);

    /// <summary>Body of a decision on many tasks.</summary>
    public sealed record DecideManyBody(IReadOnlyList<Guid>? Tasks, string? Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment);

    /// <summary>Body of a transfer or delegation.</summary>
    public sealed record HandOverBody(string? To, string? Reason);

    /// <summary>Why something is done.</summary>
    public sealed record ReasonBody(string? Reason);

    /// <summary>Where to send a task back to, and why; without a step, a delegate's opinion.</summary>
    public sealed record ReturnBody(string? ToStep, string? Reason);
}
