using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>转办: gives a task to somebody who will complete it; who supervises may do it with others' tasks, also unclaimed ones.</summary>
/// <param name="To">User name.</param>
[MayRun(Permission.Staff)]
public sealed record TransferTask(Guid TaskId, string To, string Reason) : ICommand<TaskView>;

public sealed class TransferTaskHandler(TaskDesk desk, CaseViews views, Caller caller) : IRequestHandler<TransferTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(TransferTask request, CancellationToken cancellationToken) =>
        desk.ActAsync(request.TaskId, "task.transferred", on => Transfer(on, request), cancellationToken);

    private Result<Done> Transfer(TaskOnDesk on, TransferTask request)
    {
        var to = caller.Home.Staff(request.To);
        if (on.Task.Assignee == on.Member.UserName || !caller.Has(Permission.Supervise))
            return on.Task.Transfer(on.Member.UserName, to, request.Reason, on.Now);
        return views.Shows(on.Complaint, on.Task) ? on.Task.Reassign(on.Member.UserName, to, request.Reason, on.Now) : new TaskNotFound();
    }
}
