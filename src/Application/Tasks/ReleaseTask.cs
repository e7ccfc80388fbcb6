using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>放回: gives a claimed task back to all its candidates.</summary>
[MayRun(Permission.Staff)]
public sealed record ReleaseTask(Guid TaskId) : ICommand<TaskView>;

public sealed class ReleaseTaskHandler(TaskDesk desk) : IRequestHandler<ReleaseTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(ReleaseTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.released", on => on.Task.Release(on.Member.UserName), cancellationToken);
}
