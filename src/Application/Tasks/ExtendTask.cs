using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>延期: asks for a later due time, before the due time; a second person decides.</summary>
[MayRun(Permission.Staff)]
public sealed record ExtendTask(Guid TaskId, DateTimeOffset Until, string Reason) : ICommand<TaskView>;

public sealed class ExtendTaskHandler(TaskDesk desk, Caller caller) : IRequestHandler<ExtendTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(ExtendTask request, CancellationToken cancellationToken) => desk.ActAsync(
        request.TaskId, "task.extension-asked",
        on => on.Complaint.AskClock(
            on.Task, on.Member.UserName, ClockRequestKind.Extend, request.Until, request.Reason, on.Now, caller.Home.Profile.ClockChanges),
        cancellationToken);
}
