using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Complaints;

/// <content>The clocks of the case.</content>
public sealed partial class Case
{
    /// <summary>
    /// Starts a clock; its round is one more than the clocks of the rule that have ended. While one runs for the same
    /// department, that one goes on and is returned: there is one clock for one duty.
    /// </summary>
    public SlaClock StartClock(ClockRule rule, ClockPlan plan, string? department)
    {
        if (_clocks.Find(clock => clock.RuleId == rule.Id && !clock.IsEnded && clock.Department == department) is { } running)
            return running;
        // Clocks that still run belong to other departments of this same round.
        var round = 1 + _clocks.Count(clock => clock.RuleId == rule.Id && clock.IsEnded);
        var started = SlaClock.Start(Id, rule, round, plan, department);
        _clocks.Add(started);
        FollowClock(started);
        return started;
    }

    /// <summary>The clock of a rule that has not ended, newest first, or null. A breached clock runs until it is stopped.</summary>
    /// <param name="department">Department whose clock it must be; null for any.</param>
    public SlaClock? RunningClock(string ruleId, string? department = null) => _clocks
        .Where(clock => clock.RuleId == ruleId && !clock.IsEnded && (department is null || clock.Department == department))
        .MaxBy(clock => (clock.Round, clock.StartedAt));

    /// <summary>Stops the running clock of a rule: its duty was done.</summary>
    /// <param name="at">When; a moment before the clock's start counts as its start.</param>
    /// <returns>The clock, or null when none ran.</returns>
    public SlaClock? StopClock(string ruleId, DateTimeOffset at, string? department = null)
    {
        var clock = RunningClock(ruleId, department);
        clock?.Stop(at < clock.StartedAt ? clock.StartedAt : at);
        return clock;
    }

    /// <summary>Ends the running clock of a rule because its duty fell away or another clock takes its place.</summary>
    /// <param name="why">Chinese reason for the clock's explanation.</param>
    /// <returns>The clock, or null when none ran.</returns>
    public SlaClock? SupersedeClock(string ruleId, DateTimeOffset at, string why, string? department = null)
    {
        var clock = RunningClock(ruleId, department);
        clock?.Supersede(at, why);
        return clock;
    }

    /// <summary>Decides a clock anew from its original start; the tasks that it gives their due time to follow it.</summary>
    public void Redecide(SlaClock clock, ClockRule rule, ClockPlan plan, string why)
    {
        var before = clock.RuleId;
        clock.Redecide(rule, plan, why);
        foreach (var task in _tasks.Where(task => task.IsActive && task.RuleId == before))
            task.FollowRule(rule.Id);
        FollowClock(clock);
    }

    /// <summary>Moves the due times of the active tasks of a clock's rule to the clock's; to be called when it moved.</summary>
    public void FollowClock(SlaClock clock)
    {
        foreach (var task in _tasks.Where(task => task.IsActive && task.RuleId == clock.RuleId))
            task.Reschedule(clock.DueAt);
    }
}
