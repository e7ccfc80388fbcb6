using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <content>What others want of a task: that it is done soon (催办), that somebody else has it, that a substitute takes it.</content>
public sealed partial class HumanTask
{
    /// <summary>How long after a reminder nobody may remind again.</summary>
    public static TimeSpan ReminderPause { get; } = TimeSpan.FromMinutes(30);

    /// <summary>催办: counts a reminder. The caller tells the people concerned.</summary>
    /// <param name="by">User name; whoever holds the task cannot remind themselves.</param>
    /// <param name="zone">Zone in which the refusal names the time from which it is possible again.</param>
    public Result<Done> Remind(string by, string? reason, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (RefuseEnded() is { } ended)
            return ended;
        if (Assignee == by)
            return new TaskReminderToOneself();
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        if (RemindedAt + ReminderPause is { } again && again > now)
            return new TaskRemindedRecently(TimeZoneInfo.ConvertTime(again, zone));
        Reminders++;
        RemindedAt = now;
        Revision++;
        return new Done();
    }

    /// <summary>转办 by somebody who supervises and does not hold it: also an open task, also one that its holder delegated.</summary>
    /// <param name="to">The new holder; null when there is no such person.</param>
    public Result<Done> Reassign(string by, StaffMember? to, string? reason, DateTimeOffset now)
    {
        if (RefuseEnded() is { } ended)
            return ended;
        if (to is null || to.Organisation != Organisation)
            return new TaskRecipientUnknown();
        if (Excluded.Contains(to.UserName))
            return new TaskPersonExcluded("to");
        if (Assignee == to.UserName)
            return new TaskRecipientIsHolder();
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        Log(new(TaskHandoverKind.Transfer, by, to.UserName, now, reason!.Trim()));
        LetGo();
        (Assignee, State) = (to.UserName, TaskState.Claimed);
        return new Done();
    }

    // Exclusions beat it on both sides: neither does an excluded person act through another, nor for another.
    private StaffMember? StandInFor(StaffMember who, IReadOnlyList<StandIn>? standIns)
    {
        if (standIns is null || !IsActive || who.Organisation != Organisation || Excluded.Contains(who.UserName) || Assignee == who.UserName)
            return null;
        foreach (var (absent, keys) in standIns)
        {
            if (!Excluded.Contains(absent.UserName) && (Assignee == absent.UserName || ((State == TaskState.Open || Relieved) && IsCandidate(absent, keys))))
                return absent;
        }

        return null;
    }
}
