using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>
/// The same decision on many tasks. No command itself: each task is decided in a transaction of its own, so that one that cannot be decided stops
/// no other.
/// </summary>
/// <param name="Tasks">At most <see cref="MostTasks"/>.</param>
/// <param name="Form">Form fields by name; null means none.</param>
[MayRun(Permission.Staff)]
public sealed record DecideMany(IReadOnlyList<Guid> Tasks, string Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment) : IQuery<Page<TaskResult>>
{
    /// <summary>Most tasks of one request.</summary>
    public const int MostTasks = 200;
}

public sealed class DecideManyValidator : AbstractValidator<DecideMany>
{
    public DecideManyValidator() => RuleFor(request => request.Tasks).NotEmpty().WithMessage("请选择要办理的任务。")
        .Must(tasks => tasks is null || tasks.Count <= DecideMany.MostTasks).WithMessage($"一次最多办理 {DecideMany.MostTasks} 项任务，请分批办理。");
}

public sealed class DecideManyHandler(IMediator mediator) : IRequestHandler<DecideMany, Result<Page<TaskResult>>>
{
    public async Task<Result<Page<TaskResult>>> Handle(DecideMany request, CancellationToken cancellationToken)
    {
        var results = new List<TaskResult>();
        foreach (var task in request.Tasks.Distinct())
        {
            var decided = await mediator.Send(new DecideTask(task, request.Outcome, request.Form, request.Comment), cancellationToken);
            // The first command carries the request's key; no other task is touched where the key was used for something else.
            if (decided.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(new(task, !decided.IsRefused, decided.Refusal?.Code, decided.Refusal is { } refusal ? Words(refusal) : null));
        }

        return new Page<TaskResult>(results, results.Count);
    }

    private static string Words(Refusal refusal) =>
        refusal.Errors.Count == 0 ? refusal.Message : string.Join(' ', refusal.Errors.Values.SelectMany(texts => texts).Prepend(refusal.Message).Distinct());
}
