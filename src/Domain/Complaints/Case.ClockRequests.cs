using Bpm.Domain.Clocks;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <content>延期、暂停、恢复 (F-021, F-022). A second person decides; the regulation's own due time stays on the clock beside the new one.</content>
public sealed partial class Case
{
    /// <summary>Asks for a later due time, or for the clock to stand still.</summary>
    /// <param name="until">The due time asked for; null for a pause.</param>
    /// <param name="allowed">What the organisation allows.</param>
    public Result<Done> AskClock(
        HumanTask task, string by, ClockRequestKind kind, DateTimeOffset? until, string? reason, DateTimeOffset now, ClockChangeProfile allowed)
    {
        if (task.RefuseClockRequest(by, kind, reason, allowed) is { } refusal)
            return refusal;
        if (ClockOf(task) is not { } clock)
            return new TaskWithoutClock();
        if (clock.State != ClockState.Running || now >= clock.DueAt)
            return new ClockNotRunning(clock.RuleId);
        if (kind == ClockRequestKind.Extend && !(until > clock.DueAt))
            return new ClockExtensionTooShort(clock.RuleId);
        if (kind == ClockRequestKind.Pause && !clock.CanPause)
            return new ClockCannotPause(clock.RuleId);
        task.Ask(new(kind, until, reason!.Trim(), by, now));
        return new Done();
    }

    /// <summary>Decides the request that waits. The caller stores the clock's next moment.</summary>
    public Result<Done> DecideClock(HumanTask task, StaffMember by, bool granted, DateTimeOffset now)
    {
        if (task.PendingClockRequest is not { } pending)
            return new ClockRequestNone();
        if (pending.By == by.UserName)
            return new ClockRequestOwn();
        if (granted)
        {
            if (ClockOf(task) is not { } clock)
                return new TaskWithoutClock();
            // Why it was asked for may tell of a confidential case; the clock's story does not.
            var why = $"经{by.DisplayName}批准";
            var changed = pending.Kind == ClockRequestKind.Extend ? clock.Extend(pending.Until!.Value, now, why) : clock.Pause(now, why);
            if (changed.IsRefused)
                return changed;
            FollowClock(clock);
        }

        task.DecideClockRequest(granted, by.UserName, now);
        return new Done();
    }

    /// <summary>Lets a clock run on that stands still. The caller stores the clock's next moment.</summary>
    public Result<Done> ResumeClock(HumanTask task, StaffMember by, string? reason, DateTimeOffset now)
    {
        if (SubmissionCheck.RefuseText("reason", reason, required: true) is { } badText)
            return badText;
        if (ClockOf(task) is not { } clock)
            return new TaskWithoutClock();
        var resumed = clock.Resume(now, $"由{by.DisplayName}恢复");
        if (resumed.IsRefused)
            return resumed;
        FollowClock(clock);
        task.Ask(new(ClockRequestKind.Resume, null, reason!.Trim(), by.UserName, now, Granted: true, by.UserName, now));
        return new Done();
    }

    /// <summary>The clock that gives a task its due time while it has not ended, or null.</summary>
    public SlaClock? ClockOf(HumanTask task) => task.RuleId is { } rule
        ? _clocks.Where(clock => clock.RuleId == rule && !clock.IsEnded).OrderByDescending(clock => clock.DueAt == task.DueAt).ThenByDescending(clock => clock.Round).FirstOrDefault()
        : null;
}
