using System.Text.Json;
using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>
/// 办结: ends a claimed task with an outcome; the workflow goes on in the same transaction. From a delegate it is an opinion, and the
/// task goes back to its owner.
/// </summary>
/// <param name="Form">Form fields by name; null means none.</param>
[MayRun(Permission.Staff)]
public sealed record CompleteTask(Guid TaskId, string Outcome, IReadOnlyDictionary<string, JsonElement>? Form, string? Comment) : ICommand<TaskView>;

public sealed class CompleteTaskHandler(TaskDesk desk) : IRequestHandler<CompleteTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(CompleteTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(
            request.TaskId,
            "task.completed",
            on => on.Complaint.CompleteTask(
                on.Task, on.Member, on.Keys, new TaskSubmission(request.Outcome, request.Form, request.Comment), on.Now),
            cancellationToken);
}
