using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>One task with its form, for those who may see it. Reading what others wrote in a task of a strictly confidential case is written down.</summary>
[MayRun(Permission.Staff)]
public sealed record GetTask(Guid TaskId) : IQuery<TaskView>;

public sealed class GetTaskHandler(ICaseStore cases, CaseViews views, CaseReads reads, Caller caller) : IRequestHandler<GetTask, Result<TaskView>>
{
    public async Task<Result<TaskView>> Handle(GetTask request, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByTaskAsync(request.TaskId, cancellationToken);
        if (complaint is null || complaint.Organisation != caller.Member.Organisation)
            return new TaskNotFound();
        var task = complaint.Task(request.TaskId)!;
        if (!views.Shows(complaint, task))
            return new TaskNotFound();
        var view = views.OfTask(complaint, task);
        if (view.Handovers.Count > 0 || (view.Answer is not null && view.CompletedBy != caller.Name))
            await reads.RecordAsync(complaint, cancellationToken);
        return view;
    }
}
