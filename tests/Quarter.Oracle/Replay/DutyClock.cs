using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Rules;
using Bpm.Quarter.Oracle.Time;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>A clock of the replay.</summary>
internal sealed class DutyClock
{
    private readonly HashSet<string> _told = [];
    private bool _breached;

    public DutyClock(Rule rule, int round, string? department, DateTimeOffset startedAt, DateTimeOffset createdAt) =>
        (Rule, Round, Department, StartedAt, CreatedAt) = (rule, round, department, startedAt, createdAt);

    public Rule Rule { get; private set; }

    public int Round { get; }

    public string? Department { get; set; }

    public DateTimeOffset StartedAt { get; }

    /// <summary>Nothing is told before: a start may lie in the past.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt => Rule.WorkingDays > 0 ? WorkDays.Close(WorkDays.DayOf(StartedAt), Rule.WorkingDays) : StartedAt.AddHours(Rule.Hours);

    public DateTimeOffset? EndedAt { get; private set; }

    public string State { get; private set; } = "running";

    /// <summary>The next rung that nobody has been told of, and when; null when there is none.</summary>
    public (DateTimeOffset At, Rung Rung, string Name)? Next()
    {
        if (EndedAt is not null)
            return null;
        (DateTimeOffset, Rung, string)? next = null;
        for (var i = 0; i < Rule.Rungs.Length; i++)
        {
            var rung = Rule.Rungs[i];
            var name = rung.Kind + i;
            if (_told.Contains(name))
                continue;
            var at = rung.At(StartedAt, DueAt);
            if (rung.Kind == "warning" && at > DueAt)
                at = DueAt;
            if (at < CreatedAt)
                at = CreatedAt;
            if (next is null || at < next.Value.Item1)
                next = (at, rung, name);
        }

        return next;
    }

    public void Told(string name, Rung rung)
    {
        _told.Add(name);
        if (rung.Kind == "overdue")
            (_breached, State) = (true, "breached");
    }

    /// <summary>The duty was done: a moment before the due time counts as in time even when the breach was recorded meanwhile.</summary>
    public void Stop(DateTimeOffset at)
    {
        EndedAt = at < StartedAt ? StartedAt : at;
        State = EndedAt > DueAt || (_breached && EndedAt == DueAt) ? "breached" : "met";
    }

    /// <summary>A second person says when it was really done.</summary>
    public void Correct(DateTimeOffset at)
    {
        if (EndedAt is not null && State is "met" or "breached")
            (EndedAt, State) = (at, at > DueAt ? "breached" : "met");
    }

    /// <summary>Ends without judgement.</summary>
    public void End(DateTimeOffset at, string state)
    {
        EndedAt = at;
        if (State != "breached")
            State = state;
    }

    /// <summary>Another rule of the same duty, from the original start: a fact became known. One that was stopped is judged anew by its end.</summary>
    public void Redecide(Rule rule, DateTimeOffset now)
    {
        if (rule.Id == Rule.Id || State is "superseded" or "cancelled")
            return;
        var before = DueAt;
        Rule = rule;
        if (EndedAt is { } end)
        {
            State = end > DueAt ? "breached" : "met";
            return;
        }

        CreatedAt = now;
        if (!_breached || DueAt <= before)
            return;
        _breached = false;
        State = "running";
        _told.RemoveWhere(name => !name.StartsWith("warning", StringComparison.Ordinal));
    }

    public ClockFinding Show() => new(
        Rule.Id, Round, Department, StartedAt, DueAt, EndedAt, State, Rule.WorkingDays > 0 && WorkDays.IsEstimated(StartedAt, DueAt));
}
