using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>暂停: asks for the clock to stand still; a second person decides.</summary>
[MayRun(Permission.Staff)]
public sealed record PauseTask(Guid TaskId, string Reason) : ICommand<TaskView>;

public sealed class PauseTaskHandler(TaskDesk desk, Caller caller) : IRequestHandler<PauseTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(PauseTask request, CancellationToken cancellationToken) => desk.ActAsync(
        request.TaskId, "task.pause-asked",
        on => on.Complaint.AskClock(
            on.Task, on.Member.UserName, ClockRequestKind.Pause, null, request.Reason, on.Now, caller.Home.Profile.ClockChanges),
        cancellationToken);
}
