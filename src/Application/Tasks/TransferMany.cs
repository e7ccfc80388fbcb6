using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>
/// 批量转办. No command itself: each task is handed over in a transaction of its own, so that one that cannot be stops no other and the writer
/// serves everybody in between.
/// </summary>
/// <param name="Tasks">At most <see cref="MostTasks"/>.</param>
/// <param name="To">User name.</param>
[MayRun(Permission.Staff)]
public sealed record TransferMany(IReadOnlyList<Guid> Tasks, string To, string Reason) : IQuery<Page<TaskResult>>
{
    /// <summary>Most tasks of one request.</summary>
    public const int MostTasks = 200;
}

public sealed class TransferManyValidator : AbstractValidator<TransferMany>
{
    public TransferManyValidator()
    {
        RuleFor(request => request.Tasks).NotEmpty().WithMessage("请选择要转办的任务。")
            .Must(tasks => tasks is null || tasks.Count <= TransferMany.MostTasks).WithMessage($"一次最多转办 {TransferMany.MostTasks} 项任务，请分批办理。");
        RuleFor(request => request.To).NotEmpty().WithMessage("请选择转给谁。");
        RuleFor(request => request.Reason).NotEmpty().WithMessage("请填写理由。")
            .MaximumLength(HumanTask.MaxCommentLength).WithMessage($"理由最多 {HumanTask.MaxCommentLength} 个字符。");
    }
}

public sealed class TransferManyHandler(IMediator mediator) : IRequestHandler<TransferMany, Result<Page<TaskResult>>>
{
    public async Task<Result<Page<TaskResult>>> Handle(TransferMany request, CancellationToken cancellationToken)
    {
        var results = new List<TaskResult>();
        foreach (var task in request.Tasks.Distinct())
        {
            var moved = await mediator.Send(new TransferTask(task, request.To, request.Reason), cancellationToken);
            // The first command carries the request's key; no other task is touched where the key was used for something else.
            if (moved.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(new(task, !moved.IsRefused, moved.Refusal?.Code, moved.Refusal?.Message));
        }

        return new Page<TaskResult>(results, results.Count);
    }
}
