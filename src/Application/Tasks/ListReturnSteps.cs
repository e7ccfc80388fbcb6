using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>The steps to which a task can be sent back, the latest first; for who sees the task.</summary>
[MayRun(Permission.Staff)]
public sealed record ListReturnSteps(Guid TaskId) : IQuery<Page<ReturnStep>>;

public sealed class ListReturnStepsHandler(ICaseStore cases, CaseProcess process, CaseViews views, Caller caller) : IRequestHandler<ListReturnSteps, Result<Page<ReturnStep>>>
{
    public async Task<Result<Page<ReturnStep>>> Handle(ListReturnSteps request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByTaskAsync(request.TaskId, cancellationToken);
        if (complaint is null || complaint.Organisation != caller.Member.Organisation || !views.Shows(complaint, complaint.Task(request.TaskId)!))
            return new TaskNotFound();
        var zone = caller.Home.Profile.Identity.Zone;
        var steps = await process.ReturnableAsync(complaint, complaint.Task(request.TaskId)!, cancellationToken);
        return new Page<ReturnStep>([.. steps.Select(task => new ReturnStep(task.Step, task.Title, task.CompletedBy!, task.CompletedAt!.Value.In(zone)))], steps.Count);
    }
}
