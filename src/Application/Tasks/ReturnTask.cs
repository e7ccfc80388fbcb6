using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>退还委派: gives a delegated task back to its owner with an opinion.</summary>
[MayRun(Permission.Staff)]
public sealed record ReturnTask(Guid TaskId, string Reason) : ICommand<TaskView>;

public sealed class ReturnTaskHandler(TaskDesk desk) : IRequestHandler<ReturnTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(ReturnTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.returned", on => on.Task.ReturnToOwner(on.Member.UserName, request.Reason, on.Now), cancellationToken);
}
