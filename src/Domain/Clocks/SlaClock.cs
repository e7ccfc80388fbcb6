using Bpm.Domain.Calendars;
using Bpm.Domain.Regulations;

namespace Bpm.Domain.Clocks;

/// <summary>
/// A clock that runs over one duty of a case. It fires each threshold once, is breached at its due time, and keeps its story
/// in <see cref="Explanation"/>. The list properties are replaced on every change, never altered in place.
/// </summary>
public sealed class SlaClock
{
    private SlaClock()
    {
        RuleId = Name = Explanation = Zone = string.Empty;
        Thresholds = [];
        Pauses = [];
    }

    /// <summary>Unique id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Article id of the rule.</summary>
    public string RuleId { get; private set; }

    /// <summary>Chinese name of the duty.</summary>
    public string Name { get; private set; }

    /// <summary>How its time runs.</summary>
    public ClockKind Kind { get; private set; }

    /// <summary>1 for the first clock of the rule in the case, one more for each redo.</summary>
    public int Round { get; private set; }

    /// <summary>From when it counts.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it is due, pauses and extensions included.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the regulation alone makes it due: never moved by a pause or an extension.</summary>
    public DateTimeOffset RegulationDueAt { get; private set; }

    /// <summary>When it ended, or null while it runs, also when breached.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The due time that was missed, or null.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }

    /// <summary>State.</summary>
    public ClockState State { get; private set; }

    /// <summary>A calendar year was missing when the due time was computed.</summary>
    public bool Estimated { get; private set; }

    /// <summary>A setting, not a limit of the regulation.</summary>
    public bool IsTarget { get; private set; }

    /// <summary>Whether the rule allows a pause.</summary>
    public bool CanPause { get; private set; }

    /// <summary>Chinese; one line for each thing that happened to the due time.</summary>
    public string Explanation { get; private set; }

    /// <summary>Code of the department whose duty it is, or null.</summary>
    public string? Department { get; private set; }

    /// <summary>IANA zone id of the local times in <see cref="Explanation"/>.</summary>
    public string Zone { get; private set; }

    /// <summary>Thresholds in firing order.</summary>
    public IReadOnlyList<ClockThreshold> Thresholds { get; private set; }

    /// <summary>Pauses in order.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; private set; }

    /// <summary>When the worker must look at it next: the next unfired threshold; null when paused or ended or all have fired.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Whether it has ended, in whatever way.</summary>
    public bool IsEnded => EndedAt is not null;

    /// <summary>Starts a clock.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="round">1 for the first, one more for each redo.</param>
    /// <param name="plan">What <see cref="ClockPlanner"/> made of the rule and the start.</param>
    /// <param name="department">Code of the department whose duty it is.</param>
    public static SlaClock Start(Guid caseId, ClockRule rule, int round, ClockPlan plan, string? department)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(round, 1);
        var clock = new SlaClock
        {
            Id = OrderedId.New(plan.StartedAt),
            CaseId = caseId,
            Round = round,
            StartedAt = plan.StartedAt,
            Department = department,
            Zone = plan.Zone,
            Explanation = plan.Explanation,
            Thresholds = plan.Thresholds,
        };
        clock.Take(rule);
        clock.Take(plan);
        clock.Schedule();
        return clock;
    }

    /// <summary>
    /// Marks every threshold that is due by now as fired and returns them in order; each fires once in the clock's life.
    /// The due threshold makes the clock breached. A paused or ended clock fires nothing.
    /// </summary>
    public IReadOnlyList<ClockThreshold> Fire(DateTimeOffset now)
    {
        if (NextAt is null || NextAt > now) return [];
        var fired = new List<ClockThreshold>();
        var all = new ClockThreshold[Thresholds.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Thresholds[i];
            if (all[i].FiredAt is not null || all[i].At > now) continue;
            all[i] = all[i] with { FiredAt = now };
            fired.Add(all[i]);
            if (all[i].Kind != ThresholdKind.Due) continue;
            State = ClockState.Breached;
            BreachedAt = DueAt;
        }

        Thresholds = all;
        Schedule();
        return fired;
    }

    /// <summary>
    /// The duty was done at a moment, which may lie before now (the form's own time). In time: Met, and a breach recorded since is
    /// withdrawn. Late: stays breached, with an end. Done at the due moment itself is in time unless the breach is already recorded.
    /// </summary>
    /// <exception cref="InvalidClockTransitionException">The clock has ended.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies before the start.</exception>
    public void Stop(DateTimeOffset at)
    {
        Require(!IsEnded, nameof(Stop));
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        if (State == ClockState.Paused) EndPause(at);
        if (BreachedAt is { } breach && at < breach)
        {
            BreachedAt = null;
            Tell($"实际完成于 {Local(at)}，早于到期时间，撤回已记录的超期。");
        }

        if (BreachedAt is null && at > DueAt) BreachedAt = DueAt;
        End(at, BreachedAt is null ? ClockState.Met : ClockState.Breached);
    }

    /// <summary>A second person corrects when the duty of an ended clock was really done; it is judged anew.</summary>
    /// <exception cref="InvalidClockTransitionException">The clock did not end by being stopped.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The moment lies before the start.</exception>
    public void CorrectEnd(DateTimeOffset at, string why)
    {
        Require(IsEnded && State is ClockState.Met or ClockState.Breached, nameof(CorrectEnd));
        ArgumentOutOfRangeException.ThrowIfLessThan(at, StartedAt);
        Tell($"完成时间由 {Local(EndedAt!.Value)} 更正为 {Local(at)}：{why}。");
        EndedAt = at;
        JudgeByEnd();
    }

    /// <summary>The work that ended it was taken back: it runs on as if it had never ended. What fell due meanwhile is due at once.</summary>
    /// <exception cref="InvalidClockTransitionException">The clock did not end by being stopped.</exception>
    public void Reopen(DateTimeOffset at, string why)
    {
        Require(IsEnded && State is ClockState.Met or ClockState.Breached, nameof(Reopen));
        EndedAt = null;
        // A breach that the work had withdrawn is a breach again; its notice has been given.
        if (BreachedAt is null && Thresholds.Any(t => t.Kind == ThresholdKind.Due && t.FiredAt is not null)) BreachedAt = DueAt;
        State = BreachedAt is null ? ClockState.Running : ClockState.Breached;
        Tell($"{Local(at)} 恢复计时：{why}，到期时间不变。");
        Schedule();
    }

    /// <summary>Another clock takes its place; it never breaches after that. A breached one stays breached, with an end.</summary>
    /// <exception cref="InvalidClockTransitionException">The clock has ended.</exception>
    public void Supersede(DateTimeOffset at, string why)
    {
        Require(!IsEnded, nameof(Supersede));
        Tell($"{Local(at)} 由新的时钟取代：{why}。");
        End(at, State == ClockState.Breached ? ClockState.Breached : ClockState.Superseded);
    }

    /// <summary>The case ended first. A running clock is cancelled; a breached one stays breached, with an end.</summary>
    /// <exception cref="InvalidClockTransitionException">The clock has ended.</exception>
    public void Cancel(DateTimeOffset at, string why)
    {
        Require(!IsEnded, nameof(Cancel));
        Tell($"{Local(at)} 终止计时：{why}。");
        End(at, State == ClockState.Breached ? ClockState.Breached : ClockState.Cancelled);
    }

    /// <summary>Stands the clock still; what was left is kept.</summary>
    public Result<Done> Pause(DateTimeOffset at, string why)
    {
        if (State == ClockState.Paused) return new ClockAlreadyPaused(RuleId);
        if (State != ClockState.Running || at < StartedAt || at >= DueAt) return new ClockNotRunning(RuleId);
        if (!CanPause) return new ClockCannotPause(RuleId);
        State = ClockState.Paused;
        Pauses = [.. Pauses, new ClockPause(at, null, why)];
        Tell($"{Local(at)} 暂停：{why}。");
        Schedule();
        return default(Done);
    }

    /// <summary>Lets it run on: the due time and every threshold not yet fired move by the pause's length.</summary>
    public Result<Done> Resume(DateTimeOffset at, string why)
    {
        if (State != ClockState.Paused || at < Pauses[^1].From) return new ClockNotRunning(RuleId);
        EndPause(at);
        Tell($"{Local(at)} 恢复计时：{why}；暂停 {LocalText.Span(at - Pauses[^1].From)}，到期时间顺延至 {Local(DueAt)}（制度规定 {Local(RegulationDueAt)}）。");
        Schedule();
        return default(Done);
    }

    /// <summary>Moves the due time, and with it every threshold not yet fired; asked before the due time only.</summary>
    public Result<Done> Extend(DateTimeOffset until, DateTimeOffset at, string why)
    {
        if (State != ClockState.Running || at >= DueAt) return new ClockNotRunning(RuleId);
        if (until <= DueAt) return new ClockExtensionTooShort(RuleId);
        Tell($"{Local(at)} 延期：{why}；到期时间由 {Local(DueAt)} 延至 {Local(until)}（制度规定 {Local(RegulationDueAt)}）。");
        Shift(until - DueAt);
        Schedule();
        return default(Done);
    }

    /// <summary>The duty passes to another department with the same due time, for example because the case was sent to the wrong one.</summary>
    /// <exception cref="InvalidClockTransitionException">The clock has ended.</exception>
    public void HandTo(string department, DateTimeOffset at)
    {
        Require(!IsEnded, nameof(HandTo));
        if (Department == department) return;
        Department = department;
        Tell($"{Local(at)} 承办部门变更，到期时间不变。");
    }

    /// <summary>Computes the due time anew from the original start, by the same rule.</summary>
    /// <inheritdoc cref="Redecide(ClockRule, ClockPlan, string)"/>
    public void Redecide(ClockPlan plan, string why) => Redecide(null, plan, why);

    /// <summary>
    /// Computes the due time anew from the original start, because a fact became known or the calendar changed; pauses and extensions
    /// so far are added again. Warnings that fired stay fired. A breach falls away when the new due time is later; the due notice may then come once
    /// more, for the new due time. A clock that ended Met or Breached is judged anew by its end.
    /// </summary>
    /// <exception cref="ArgumentException">The plan starts elsewhere.</exception>
    /// <exception cref="InvalidClockTransitionException">The clock was superseded or cancelled.</exception>
    public void Redecide(ClockRule? rule, ClockPlan plan, string why)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.StartedAt != StartedAt) throw new ArgumentException("重新核定必须从原起算时间开始。", nameof(plan));
        Require(State is not (ClockState.Superseded or ClockState.Cancelled), nameof(Redecide));
        var before = DueAt;
        var moved = DueAt - RegulationDueAt;
        if (rule is not null) Take(rule);
        Take(plan);
        var withdrawn = BreachedAt is { } breach && DueAt + moved > breach;
        var kept = Thresholds.Where(t => t.FiredAt is not null && !(withdrawn && t.Kind != ThresholdKind.Warn)).ToList();
        Thresholds = [.. plan.Thresholds.Where(t => kept.TrueForAll(k => k.Rung != t.Rung))];
        Shift(moved);
        Thresholds = [.. kept.Concat(Thresholds).OrderBy(t => t.At).ThenBy(t => t.Kind)];
        Tell($"重新核定：{why}；到期时间由 {Local(before)} 改为 {Local(DueAt)}。{plan.Explanation}");
        if (IsEnded)
        {
            JudgeByEnd();
        }
        else if (withdrawn)
        {
            BreachedAt = null;
            State = ClockState.Running;
        }
        else if (BreachedAt is not null)
        {
            BreachedAt = DueAt;
        }

        Schedule();
    }

    /// <summary>Adds a Chinese sentence to <see cref="Explanation"/>.</summary>
    public void Remark(string sentence) => Tell(sentence);

    private void JudgeByEnd()
    {
        BreachedAt = EndedAt > DueAt ? DueAt : null;
        State = BreachedAt is null ? ClockState.Met : ClockState.Breached;
    }

    private void Take(ClockRule rule)
    {
        RuleId = rule.Id;
        Name = rule.Name;
        Kind = rule.Kind;
        IsTarget = rule.IsTarget;
        CanPause = rule.CanPause;
    }

    private void Take(ClockPlan plan)
    {
        DueAt = RegulationDueAt = plan.DueAt;
        Estimated = plan.Estimated;
    }

    private void EndPause(DateTimeOffset at)
    {
        var pause = Pauses[^1];
        var to = at < pause.From ? pause.From : at;
        Pauses = [.. Pauses.SkipLast(1), pause with { To = to }];
        Shift(to - pause.From);
        State = ClockState.Running;
    }

    private void Shift(TimeSpan by)
    {
        if (by == TimeSpan.Zero) return;
        DueAt += by;
        Thresholds = [.. Thresholds.Select(t => t.FiredAt is null ? t with { At = t.At + by } : t)];
    }

    private void End(DateTimeOffset at, ClockState state)
    {
        EndedAt = at;
        State = state;
        Schedule();
    }

    private void Schedule() => NextAt = IsEnded || State == ClockState.Paused
        ? null
        : Thresholds.Where(t => t.FiredAt is null).Select(t => (DateTimeOffset?)t.At).Min();

    private void Tell(string line) => Explanation = Explanation + '\n' + line;

    private string Local(DateTimeOffset moment) => LocalText.Moment(moment, TimeZoneInfo.FindSystemTimeZoneById(Zone));

    private void Require(bool allowed, string step)
    {
        if (!allowed) throw new InvalidClockTransitionException(RuleId, State, step);
    }
}
