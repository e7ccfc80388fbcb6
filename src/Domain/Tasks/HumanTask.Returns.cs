namespace Bpm.Domain.Tasks;

/// <content>The way back: 退回 to an earlier step by who holds it, 撤回 by who completed it.</content>
public sealed partial class HumanTask
{
    /// <summary>Place in its workflow; null for a task that no step of the workflow opened.</summary>
    public string? NodePath { get; private set; }

    /// <summary>What completing it led to; null while it is not completed, and where that was not noted.</summary>
    public TaskEffects? Effects { get; private set; }

    /// <summary>Notes what completing it led to.</summary>
    public void Note(TaskEffects effects) => Effects = effects;

    /// <summary>退回: the holder gives the work back to an earlier step; the process cancels this task then.</summary>
    /// <param name="step">Name of the step, for the trail.</param>
    public Result<Done> SendBack(string userName, string step, string? reason, DateTimeOffset now)
    {
        if (RefuseUnlessHeldBy(userName) is { } refusal)
            return refusal;
        if (Owner is not null)
            return new TaskDelegated();
        if (RecordingOnly || ParentId is not null)
            return new TaskNotCandidate();
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        Log(new(TaskHandoverKind.SendBack, userName, step, now, reason!.Trim()));
        Revision++;
        return new Done();
    }

    /// <summary>撤回: who completed it has it in hand again, as if it had not been completed; what was written stays in the trail.</summary>
    public Result<Done> TakeBack(string userName, string? reason, DateTimeOffset now)
    {
        if (State != TaskState.Completed || ParentId is not null)
            return new TaskNotWithdrawable("该任务没有办结");
        if (CompletedBy != userName)
            return new TaskNotHeld();
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        Log(new(TaskHandoverKind.TakeBack, userName, userName, now, reason!.Trim(), Outcome, Answer?.Value));
        State = TaskState.Claimed;
        Assignee = userName;
        (Outcome, Answer, OccurredAt, UnconfirmedOccurrence, CompletedAt, CompletedBy, Effects) = (null, null, null, null, null, null, null);
        Revision++;
        return new Done();
    }

    /// <summary>The process waits for it once more.</summary>
    internal void WaitAgain(string bookmarkId, DateTimeOffset? dueAt)
    {
        BookmarkId = bookmarkId;
        DueAt = dueAt ?? DueAt;
        Revision++;
    }
}
