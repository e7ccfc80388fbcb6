using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Tasks;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>恢复计时: lets the clock of a task run on; by its holder or by who supervises.</summary>
[MayRun(Permission.Staff)]
public sealed record ResumeTask(Guid TaskId, string Reason) : ICommand<TaskView>;

public sealed class ResumeTaskHandler(TaskDesk desk, Caller caller) : IRequestHandler<ResumeTask, Result<TaskView>>
{
    public Task<Result<TaskView>> Handle(ResumeTask request, CancellationToken cancellationToken) => desk.ActAsync(
        request.TaskId, "task.resumed", on => Resume(on, request.Reason), cancellationToken, needsToSee: true, movesClocks: true);

    private Result<Done> Resume(TaskOnDesk on, string reason) => on.Task.Assignee == on.Member.UserName || caller.Has(Permission.Supervise)
        ? on.Complaint.ResumeClock(on.Task, on.Member, reason, on.Now)
        : new TaskNotHeld();
}
