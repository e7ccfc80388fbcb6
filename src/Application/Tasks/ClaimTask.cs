using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>签收: takes an open task, also in the stead of somebody absent.</summary>
[MayRun(Permission.Staff)]
public sealed record ClaimTask(Guid TaskId) : ICommand<TaskView>;

public sealed class ClaimTaskHandler(TaskDesk desk) : IRequestHandler<ClaimTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(ClaimTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.claimed", on => on.Task.Claim(on.Member, on.Keys, on.StandIns), cancellationToken);
}
