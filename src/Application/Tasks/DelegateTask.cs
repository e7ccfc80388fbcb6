using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>委派: asks somebody for an opinion; the caller stays the owner.</summary>
/// <param name="To">User name.</param>
[MayRun(Permission.Staff)]
public sealed record DelegateTask(Guid TaskId, string To, string Reason) : ICommand<TaskView>;

public sealed class DelegateTaskHandler(TaskDesk desk, Caller caller) : IRequestHandler<DelegateTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(DelegateTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.delegated", on => on.Task.Delegate(on.Member.UserName, caller.Home.Staff(request.To), request.Reason, on.Now), cancellationToken);
}
