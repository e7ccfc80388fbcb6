using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>转办: gives a task to somebody who will complete it.</summary>
/// <param name="To">User name.</param>
[MayRun(Permission.Staff)]
public sealed record TransferTask(Guid TaskId, string To, string Reason) : ICommand<TaskView>;

public sealed class TransferTaskHandler(TaskDesk desk, Caller caller) : IRequestHandler<TransferTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(TransferTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.transferred", on => on.Task.Transfer(on.Member.UserName, caller.Home.Staff(request.To), request.Reason, on.Now), cancellationToken);
}
