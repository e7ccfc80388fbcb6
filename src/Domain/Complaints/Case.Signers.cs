using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <content>加签、减签 (F-031).</content>
public sealed partial class Case
{
    /// <summary>加签: somebody has the say too, before the holder may complete the task or after it, before the process goes on.</summary>
    /// <param name="to">The person; null when there is none.</param>
    public Result<Done> AddSigner(HumanTask task, string by, StaffMember? to, SignerPosition position, DateTimeOffset now)
    {
        if (task.RefuseSigner(by, to) is { } refusal)
            return refusal;
        if (Accused.Contains(to!.UserName))
            return new TaskPersonExcluded("to");
        if (SignersOf(task).Any(signer => signer.IsActive && IsOf(signer, to.UserName)))
            return new TaskSignerKnown();
        if (position == SignerPosition.Before)
            OpenTask(task.SignerSpec(to.UserName, position), now);
        else
            task.SignLater(to.UserName);
        return new Done();
    }

    /// <summary>减签: only before the person has begun to act; by who holds the task, or completed it.</summary>
    public Result<Done> RemoveSigner(HumanTask task, string by, string userName, string? reason, DateTimeOffset now)
    {
        if ((task.IsActive ? task.Assignee : task.CompletedBy) != by)
            return new TaskNotHeld();
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        if (SignersOf(task).FirstOrDefault(signer => signer.State == TaskState.Open && IsOf(signer, userName)) is { } open)
        {
            open.Cancel(now);
            task.DropLaterSigner(userName);
            return new Done();
        }

        if (!task.IsActive || !task.LaterSigners.Contains(userName))
            return new TaskSignerNotRemovable();
        task.DropLaterSigner(userName);
        return new Done();
    }

    /// <summary>Tasks that were added to a task, also ended ones.</summary>
    public IEnumerable<HumanTask> SignersOf(HumanTask task) => _tasks.Where(other => other.ParentId == task.Id);

    /// <summary>Ends what was added to a task that is not needed any more.</summary>
    public void CancelSigners(HumanTask task, DateTimeOffset now)
    {
        foreach (var signer in SignersOf(task))
            signer.Cancel(now);
    }

    /// <summary>The task of the process that is done with everybody who was added to it, where this task or its parent is; else null.</summary>
    public HumanTask? Settled(HumanTask task)
    {
        var main = task.ParentId is { } parent ? Task(parent) : task;
        return main is { State: TaskState.Completed } && !SignersOf(main).Any(signer => signer.IsActive) ? main : null;
    }

    private static bool IsOf(HumanTask signer, string userName) => signer.Candidates.Contains(Keys.User(userName)) || signer.Assignee == userName;
}
