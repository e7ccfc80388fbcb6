using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Definitions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Tasks;

/// <summary>What every action on a task has in common: find it for the caller, do it, write it down, show what came of it.</summary>
public sealed class TaskDesk(ICaseStore cases, CaseProcess process, CaseViews views, IAuditLog audit, Caller caller, BusinessClock clock)
{
    /// <summary>Runs an action of the caller on a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="action">Code for the audit trail, such as <c>task.claimed</c>.</param>
    /// <param name="act">The action; a refusal of it ends everything.</param>
    public async Task<Result<TaskView>> ActAsync<T>(
        Guid taskId, string action, Func<TaskOnDesk, Result<T>> act, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByTaskAsync(taskId, cancellationToken);
        if (complaint is null || complaint.Organisation != caller.Member.Organisation)
            return new TaskNotFound();
        await process.CatchUpAsync(complaint, cancellationToken);
        var task = complaint.Task(taskId)!;
        var now = clock.GetUtcNow();
        var result = act(new(complaint, task, caller.Member, caller.Home.KeysOf(caller.Member.UserName), now));
        if (result.IsRefused)
            return result.Refusal;
        audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, action, $"task:{task.Id:N}", Detail(task), complaint.Id));
        if (task.State != TaskState.Completed)
            return views.OfTask(complaint, task);
        try
        {
            await process.ContinueAsync(complaint, task, cancellationToken);
        }
        catch (PublicationRefusedException refused)
        {
            return refused.Refusal;
        }

        return views.OfTask(complaint, task);
    }

    // Step and outcome tell the finding of a discipline case; its trail is read by the same few, so they may stand there.
    private static string Detail(HumanTask task) => task.Outcome is { } outcome ? $"{task.Step} {outcome}" : task.Step;
}
