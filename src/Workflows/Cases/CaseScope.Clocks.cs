using System.Globalization;
using Bpm.Domain.Clocks;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;
using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Cases;

/// <content>Clocks of the case: started and stopped by workflows, fired by whoever watches the time.</content>
public sealed partial class CaseScope
{
    /// <summary>The rule of an article id or an alias of it.</summary>
    /// <exception cref="ActivityFaultException">There is no such rule.</exception>
    internal ClockRule RuleOf(string? id) => Rules.Find(id ?? "")
        ?? throw new ActivityFaultException(string.IsNullOrEmpty(id) ? "没有指定条款。" : $"条款“{id}”在 rules.json 中没有时限。");

    /// <summary>The rule that an article stands for in this case: itself, or the one of its group that applies.</summary>
    internal ClockRule ApplicableRule(string? id)
    {
        var rule = RuleOf(id);
        return rule.Group is null || rule.Applies(Complaint.Facts) ? rule : InGroup(rule).FirstOrDefault(other => other.Applies(Complaint.Facts)) ?? rule;
    }

    /// <summary>The rule whose clock runs where an article is named: itself, or the one of its group that runs.</summary>
    internal ClockRule RunningRule(string? id)
    {
        var rule = RuleOf(id);
        return rule.Group is null || Running(rule.Id).Any() ? rule : InGroup(rule).FirstOrDefault(other => Running(other.Id).Any()) ?? rule;
    }

    /// <summary>True when two articles exclude each other, or are the same.</summary>
    internal bool SameDuty(string ruleId, string? otherId) =>
        ruleId == otherId || (RuleOf(ruleId).Group is { } group && otherId is not null && Rules.Find(otherId)?.Group == group);

    /// <summary>Decides every clock of the case anew whose group has another rule for what is known now (A-4.4, AMB-09…11).</summary>
    /// <param name="why">Chinese, for the explanation.</param>
    internal void Redecide(string why)
    {
        foreach (var clock in Complaint.Clocks.Where(clock => clock.State is not (ClockState.Superseded or ClockState.Cancelled)).ToList())
        {
            var rule = ApplicableRule(clock.RuleId);
            if (rule.Id == clock.RuleId || !rule.Applies(Complaint.Facts))
                continue;
            Record("clock.redecided", $"clock:{clock.Id:N}", $"{clock.RuleId} {rule.Id}");
            Complaint.Redecide(clock, rule, PlanOf(rule, clock.StartedAt), why);
        }
    }

    /// <summary>Computes every clock that runs anew from its start, because the calendar has changed. One that stays where it was says nothing.</summary>
    public void FollowCalendar()
    {
        foreach (var clock in Complaint.Clocks.Where(clock => !clock.IsEnded).ToList())
        {
            if (Rules.Find(clock.RuleId) is not { } rule)
                continue;
            var plan = PlanOf(rule, clock.StartedAt);
            if (plan.DueAt == clock.RegulationDueAt && plan.Estimated == clock.Estimated)
                continue;
            Record("clock.redecided", $"clock:{clock.Id:N}", $"{clock.RuleId} {clock.RegulationDueAt.UtcDateTime:O} {plan.DueAt.UtcDateTime:O}");
            Complaint.Redecide(clock, rule, plan, "工作日历有变动");
        }
    }

    /// <summary>Clocks of a rule that have not ended.</summary>
    internal IEnumerable<SlaClock> Running(string ruleId) => Complaint.Clocks.Where(clock => clock.RuleId == ruleId && !clock.IsEnded);

    /// <summary>Starts the clock of a rule where the rule applies to the case.</summary>
    /// <param name="anew">Ends a clock of the rule that still runs first; else that one goes on.</param>
    internal void StartClock(ClockRule rule, DateTimeOffset start, string? department, bool anew)
    {
        if (!rule.Applies(Complaint.Facts) || !DutyNames(rule) || DoneBefore(rule))
            return;
        // Taking work back never gives more time for it.
        if (anew && TakenBack is null)
            SupersedeClock(rule, "另起一轮");
        var before = Complaint.Clocks.Count;
        var clock = Complaint.StartClock(rule, PlanOf(rule, start), department);
        if (Complaint.Clocks.Count > before)
            Record("clock.started", $"clock:{clock.Id:N}", $"{rule.Id} {clock.Round.ToString(CultureInfo.InvariantCulture)}");
    }

    // A rule of a shift knows when the shift of its start ends.
    private ClockPlan PlanOf(ClockRule rule, DateTimeOffset start) =>
        ClockPlanner.Plan(rule, start, Calendar, rule.Roster is { } roster ? Directory.ShiftOf(roster, start)?.To : null);

    // A recurring rule is of the duties that name it, not of every duty.
    private bool DutyNames(ClockRule rule) =>
        rule.Recurrence is null || (Directory.Profile.Duties.TryGetValue(Complaint.Category, out var duty) && duty.Rules.Contains(rule.Id));

    /// <summary>Stops the running clock of a rule.</summary>
    /// <param name="task">The task whose work stops it: its own time counts, and clocks that began after it opened are not its duty.</param>
    internal void StopClock(ClockRule rule, string? department, HumanTask? task)
    {
        if (Complaint.RunningClock(rule.Id, department) is not { } clock || clock.StartedAt > task?.OpenedAt)
            return;
        Complaint.StopClock(rule.Id, task?.OccurredAt ?? Now, department);
        Ended(clock);
    }

    /// <summary>Ends all running clocks of a rule without judging them.</summary>
    internal void SupersedeClock(ClockRule rule, string why)
    {
        while (Complaint.SupersedeClock(rule.Id, Now, why) is { } clock)
            Ended(clock);
    }

    /// <summary>Closes the case with all its clocks and tasks.</summary>
    /// <exception cref="ActivityFaultException">It is closed already.</exception>
    internal void Close(string ending, bool? founded)
    {
        var running = Complaint.Clocks.Where(clock => !clock.IsEnded).ToArray();
        var closed = Complaint.Close(ending, founded, Now);
        if (closed.IsRefused)
            throw new ActivityFaultException(closed.Refusal.Message);
        Record("case.closed", $"case:{Complaint.Number}", ending);
        foreach (var clock in running)
            Ended(clock);
    }

    /// <summary>
    /// Fires what is due on a clock of the case: marks the thresholds, raises their notices and remembers what waiting activities must
    /// hear. Run <see cref="CaseRunner.Signals"/> afterwards, in the same transaction.
    /// </summary>
    /// <returns>The thresholds that fired, in order; each fires once in the clock's life.</returns>
    public IReadOnlyList<ClockThreshold> Fire(SlaClock clock)
    {
        var fired = clock.Fire(Now);
        foreach (var threshold in fired)
        {
            foreach (var notice in ClockNotices.Of(this, clock, threshold))
                Complaint.RaiseNotice(notice);
            if (threshold.Kind == ThresholdKind.Due)
                NameOnDuty(clock);
            Record("clock." + Word(threshold.Kind), $"clock:{clock.Id:N}", $"{clock.RuleId} {threshold.Rung}");
            if (threshold.Kind != ThresholdKind.Escalate)
                Signals.Enqueue(new(clock.RuleId, threshold.Kind == ThresholdKind.Warn ? ClockEvents.Warned : ClockEvents.Breached));
        }

        return fired;
    }

    /// <summary>A second person has confirmed when a step was really done: the clocks that its task stopped are judged anew.</summary>
    internal void CorrectClock(ClockRule rule, HumanTask task)
    {
        if (task.UnconfirmedOccurrence is not { } done)
            return;
        foreach (var clock in Complaint.Clocks.Where(clock => clock.EndedAt == task.CompletedAt && SameDuty(clock.RuleId, rule.Id)
            && clock.State is ClockState.Met or ClockState.Breached))
        {
            clock.CorrectEnd(done < clock.StartedAt ? clock.StartedAt : done, "第二人已确认");
            Record("clock.corrected", $"clock:{clock.Id:N}", clock.RuleId);
        }
    }

    /// <summary>The duty of one department passes to another with the same due time; where that has one already, the first falls away.</summary>
    internal void PassClock(ClockRule rule, string from, string to)
    {
        if (from == to || Complaint.RunningClock(rule.Id, from) is not { } clock)
            return;
        if (Complaint.RunningClock(rule.Id, to) is null)
        {
            clock.HandTo(to, Now);
            return;
        }

        clock.Supersede(Now, "由已有时限的部门一并办理");
        Ended(clock);
    }

    private IEnumerable<ClockRule> InGroup(ClockRule rule) => Rules.Rules.Where(other => other.Group == rule.Group);

    // Whose shift it was when it fell due is evidence, whoever held the task. Of a confidential case nobody is named outside its own tasks.
    private void NameOnDuty(SlaClock clock)
    {
        if (Complaint.IsConfidential || Rules.Find(clock.RuleId)?.Roster is not { } roster)
            return;
        var crew = Directory.OnDuty(roster, clock.DueAt);
        if (crew.Count > 0)
            clock.Remark($"到期时当班：{string.Join('、', crew.Select(Directory.DisplayName))}。");
    }

    private void Ended(SlaClock clock)
    {
        Record("clock.ended", $"clock:{clock.Id:N}", $"{clock.RuleId} {clock.State}");
        Signals.Enqueue(new(clock.RuleId, ClockEvents.Stopped));
    }

    private static string Word(ThresholdKind kind) => kind switch
    {
        ThresholdKind.Warn => "warned",
        ThresholdKind.Due => "breached",
        ThresholdKind.Escalate => "escalated",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
