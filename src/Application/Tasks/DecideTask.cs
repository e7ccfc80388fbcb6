using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>Claims a task that nobody holds and ends it, in one go: for lists of like decisions, and for a telephone. Refused, it stays unclaimed.</summary>
/// <param name="Form">Form fields by name; null means none.</param>
[MayRun(Permission.Staff)]
public sealed record DecideTask(Guid TaskId, string Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment) : ICommand<TaskView>;

public sealed class DecideTaskHandler(TaskDesk desk) : IRequestHandler<DecideTask, Result<TaskView>>
{
    public async Task<Result<TaskView>> Handle(DecideTask request, CancellationToken cancellationToken)
    {
        var claimed = await desk.ActAsync<Done>(
            request.TaskId, "task.claimed",
            on => on.Task.State == TaskState.Open ? on.Task.Claim(on.Member, on.Keys, on.StandIns) : default(Done), cancellationToken);
        return claimed.IsRefused
            ? claimed
            : await desk.ActAsync(
                request.TaskId, "task.completed",
                on => on.Complaint.CompleteTask(on.Task, on.Member, on.Keys, new TaskSubmission(request.Outcome, request.Form, request.Comment), on.Now), cancellationToken);
    }
}
