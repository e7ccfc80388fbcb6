using Bpm.Domain.Clocks;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <content>What an action led to, and taking it back.</content>
public sealed partial class Case
{
    /// <summary>Where the case stands, to tell afterwards what an action changed.</summary>
    public CaseMark Mark() => new(
        _tasks.Count, [.. _clocks.Where(clock => !clock.IsEnded).Select(clock => clock.Id)], _clocks.Count, _notices.Count,
        (_replies.Count, _followUps.Count, _disclosures.Count, _links.Count, Founded, IsOpen, DefinitionId, Category),
        new(Department, HandedOverAt, Departments));

    /// <summary>What has changed since.</summary>
    /// <param name="final">Something left the company, or was decided, that the case itself does not tell.</param>
    public TaskEffects EffectsSince(CaseMark mark, bool final)
    {
        ArgumentNullException.ThrowIfNull(mark);
        var handedOver = Department != mark.Former.Code || HandedOverAt != mark.Former.HandedOverAt || Departments.Count != mark.Former.All.Count;
        return new(
            [.. _tasks.Skip(mark.Tasks).Select(task => task.Id)],
            [.. _clocks.Skip(mark.Clocks).Select(clock => clock.Id)],
            [.. _clocks.Where(clock => clock.IsEnded && mark.Running.Contains(clock.Id)).Select(clock => clock.Id)],
            [.. _notices.Skip(mark.Notices).Select(notice => notice.Recipient).Distinct()],
            handedOver ? mark.Former : null,
            final || mark.Facts != Mark().Facts);
    }

    /// <summary>Why completing a task cannot be taken back, or null where it can: nothing final came of it, and nobody has touched what it opened.</summary>
    public Refusal? RefuseTakingBack(HumanTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        if (!IsOpen)
            return new CaseClosed();
        if (task.State != TaskState.Completed || task.Effects is not { } effects)
            return new TaskNotWithdrawable("该任务没有办结，或流程没有因它而前进");
        if (effects.Final)
            return new TaskNotWithdrawable("办理结果已答复客户、已认定或已生效");
        if (effects.Opened.Count == 0)
            return new TaskNotWithdrawable("它没有引出下一步任务");
        var next = effects.Opened.Select(Task).OfType<HumanTask>().ToList();
        return next.TrueForAll(opened => opened is { State: TaskState.Open, Reminders: 0 } && opened.Handovers.Value.Count == 0)
            ? null
            : new TaskNotWithdrawable("下一步已有人领取或办理");
    }

    /// <summary>Undoes what completing a task did to the clocks and the department; the tasks that it opened are the process's to cancel.</summary>
    /// <exception cref="InvalidOperationException">Nothing of it was noted.</exception>
    public void Undo(TaskEffects effects, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(effects);
        foreach (var clock in _clocks.Where(clock => effects.Started.Contains(clock.Id) && !clock.IsEnded))
            clock.Cancel(now, "上一步已撤回");
        foreach (var clock in _clocks.Where(clock => effects.Ended.Contains(clock.Id) && clock.State is ClockState.Met or ClockState.Breached && clock.IsEnded))
            clock.Reopen(now, "办理结果已撤回");
        if (effects.Former is { } former)
            (Department, HandedOverAt, Departments) = (former.Code, former.HandedOverAt, former.All);
    }

    /// <summary>The process waits once more for a task that was taken back.</summary>
    public void WaitAgain(HumanTask task, string bookmarkId)
    {
        ArgumentNullException.ThrowIfNull(task);
        task.WaitAgain(bookmarkId, task.RuleId is { } rule ? RunningClock(rule)?.DueAt : null);
    }
}
