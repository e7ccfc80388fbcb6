using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>Agrees to an extension or a pause that somebody else asked for, or does not.</summary>
[MayRun(Permission.Supervise)]
public sealed record DecideClockRequest(Guid TaskId, bool Granted) : ICommand<TaskView>;

public sealed class DecideClockRequestHandler(TaskDesk desk) : IRequestHandler<DecideClockRequest, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(DecideClockRequest request, CancellationToken cancellationToken) => desk.ActAsync(
        request.TaskId, request.Granted ? "task.clock-granted" : "task.clock-refused",
        on => on.Complaint.DecideClock(on.Task, on.Member, request.Granted, on.Now), cancellationToken, needsToSee: true, movesClocks: true);
}
