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
    /// <param name="about">Codes for the audit trail beside the step, such as user names; null for none.</param>
    /// <param name="movesClocks">The action may move clocks of the case.</param>
    /// <param name="needsToSee">The action is for whoever sees the task; else the task itself says who may.</param>
    public async Task<Result<TaskView>> ActAsync<T>(
        Guid taskId, string action, Func<TaskOnDesk, Result<T>> act, CancellationToken cancellationToken, bool needsToSee = false, string? about = null, bool movesClocks = false)
    {
        if (await TakeUpAsync(taskId, cancellationToken) is not { } on)
            return new TaskNotFound();
        var (complaint, task, now) = (on.Complaint, on.Task, on.Now);
        if (needsToSee && !views.Shows(complaint, task))
            return new TaskNotFound();
        var settled = complaint.Settled(task);
        Result<T> result = null!;
        if (movesClocks)
            await process.WatchClocksAsync(complaint, () => result = act(on), cancellationToken);
        else
            result = act(on);
        if (result.IsRefused)
            return result.Refusal;
        audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, action, $"task:{task.Id:N}", about is null ? Detail(task) : $"{Detail(task)} {about}", complaint.Id));
        // Where others were added to a task, the process waits for the last of them.
        if (settled is not null || complaint.Settled(task) is not { } done)
            return views.OfTask(complaint, task);
        try
        {
            await process.ContinueAsync(complaint, done, cancellationToken);
        }
        catch (PublicationRefusedException refused)
        {
            return refused.Refusal;
        }

        return views.OfTask(complaint, task);
    }

    /// <summary>Takes the process of a case back to an earlier step.</summary>
    /// <param name="taskId">The task that the caller acts on.</param>
    /// <param name="action">Code for the audit trail.</param>
    /// <param name="act">The caller's action: which task waits now, and which one's step it goes back to; a refusal of it ends everything.</param>
    public async Task<Result<TaskView>> GoBackAsync(
        Guid taskId, string action, Func<TaskOnDesk, Result<(HumanTask From, HumanTask To)>> act, CancellationToken cancellationToken)
    {
        if (await TakeUpAsync(taskId, cancellationToken) is not { } on)
            return new TaskNotFound();
        var (complaint, task, now) = (on.Complaint, on.Task, on.Now);
        var acted = act(on);
        if (acted.IsRefused)
            return acted.Refusal;
        var (from, to) = acted.Value;
        if (!await process.GoBackAsync(complaint, from, to, cancellationToken))
            return new TaskStepNotReturnable();
        audit.Append(AuditEntry.Record(now, complaint.Organisation, caller.Name, action, $"task:{task.Id:N}", $"{task.Step} {to.Step}", complaint.Id));
        return views.OfTask(complaint, task);
    }

    // What is due by now happens first: nobody acts on a case as it was.
    private async Task<TaskOnDesk?> TakeUpAsync(Guid taskId, CancellationToken cancellationToken)
    {
        var complaint = await cases.FindByTaskAsync(taskId, cancellationToken);
        if (complaint is null || complaint.Organisation != caller.Member.Organisation)
            return null;
        await process.CatchUpAsync(complaint, cancellationToken);
        return new(complaint, complaint.Task(taskId)!, caller.Member, caller.Home.KeysOf(caller.Member.UserName), caller.StandIns, clock.GetUtcNow());
    }

    // Step and outcome tell the finding of a discipline case; its trail is read by the same few, so they may stand there.
    private string Detail(HumanTask task)
    {
        var detail = task.Outcome is { } outcome ? $"{task.Step} {outcome}" : task.Step;
        return task.OnBehalfOf is { } absent && task.Assignee == caller.Name ? $"{detail} 代 {absent}" : detail;
    }
}
