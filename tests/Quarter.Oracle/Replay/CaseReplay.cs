using Bpm.Quarter.Oracle.Findings;
using Bpm.Quarter.Oracle.Log;
using Bpm.Quarter.Oracle.People;
using Bpm.Quarter.Oracle.Rules;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>What the replay of every kind of case has in common: clocks that tell people, tasks that wait, and the end.</summary>
internal abstract class CaseReplay
{
    private readonly List<DutyClock> _clocks = [];
    private readonly List<OpenTask> _tasks = [];
    private readonly List<(DutyClock Clock, NoticeFinding Told)> _notices = [];
    private readonly List<string> _problems = [];
    private readonly CaseLog _log;
    private string? _ending;
    private string? _waitingEnd;
    private DateTimeOffset? _closedAt;

    protected CaseReplay(CaseLog log) => (_log, Now) = (log, log.Registration.RegisteredAt);

    protected Registration Case => _log.Registration;

    protected DateTimeOffset Now { get; private set; }

    protected bool IsClosed => _closedAt is not null;

    /// <summary>User names that are told nothing and do nothing any more.</summary>
    protected HashSet<string> Accused { get; } = [];

    /// <summary>Articles whose clocks must have ended before the case closes.</summary>
    protected virtual IReadOnlyList<string> HoldingUp => [];

    public CaseFinding Run(DateTimeOffset until)
    {
        Begin();
        foreach (var deed in _log.Deeds.Where(deed => deed.At <= until))
        {
            AdvanceTo(deed.At);
            Now = deed.At;
            Do(deed);
        }

        AdvanceTo(until);
        return new(
            [.. _clocks.Select(clock => clock.Show())],
            // A duty that passed on has taken its notices with it.
            [.. _notices.Select(notice => notice.Told with { Department = notice.Clock.Department })],
            _ending, _closedAt,
            [.. _tasks.Select(task => task.Step).Order(StringComparer.Ordinal)], _problems);
    }

    /// <summary>What the registration brings.</summary>
    protected abstract void Begin();

    /// <summary>A clock has fallen due.</summary>
    protected virtual void FellDue(DutyClock clock)
    {
    }

    protected void Open(string step, string? rule, Action<Deed> done, string? department = null, bool outlivesTheCase = false) =>
        Open(step, rule, (_, deed) => done(deed), department, outlivesTheCase);

    protected void Open(string step, string? rule, Action<OpenTask, Deed> done, string? department = null, bool outlivesTheCase = false) =>
        _tasks.Add(new(step, rule, department, Now, done) { OutlivesTheCase = outlivesTheCase });

    /// <summary>Takes away the open tasks of a step.</summary>
    protected void Drop(string step) => _tasks.RemoveAll(task => task.Step == step);

    /// <summary>Starts a clock; while one of the rule runs for the same department, that one goes on.</summary>
    protected void Start(string rule, string? department = null, DateTimeOffset? at = null)
    {
        if (Running(rule, department) is not null)
            return;
        var round = 1 + _clocks.Count(clock => clock.Rule.Id == rule && clock.EndedAt is not null);
        _clocks.Add(new(RuleTable.Find(rule), round, department, at ?? Now, Now));
    }

    /// <summary>Starts a clock in the place of one that still runs.</summary>
    protected void StartAnew(string rule, string? department = null)
    {
        Supersede(rule);
        Start(rule, department);
    }

    /// <summary>Stops the clock of a rule: its duty was done, now or when the form says.</summary>
    /// <param name="task">The task that did it: a clock that began after it opened is another duty.</param>
    protected void Stop(string rule, OpenTask? task = null, DateTimeOffset? at = null, string? department = null)
    {
        var clock = department is null ? AnyRunning(rule) : Running(rule, department);
        if (clock is null || clock.StartedAt > task?.OpenedAt)
            return;
        clock.Stop(at ?? Now);
        EndIfNothingHoldsUp();
    }

    protected void Supersede(string rule) => AnyRunning(rule)?.End(Now, "superseded");

    protected bool IsRunning(string rule) => AnyRunning(rule) is not null;

    /// <summary>The clock that runs of one of several rules, or null.</summary>
    protected DutyClock? AnyRunning(params string[] rules) => _clocks.Find(clock => rules.Contains(clock.Rule.Id) && clock.EndedAt is null);

    protected IEnumerable<DutyClock> AllRunning(params string[] rules) => _clocks.Where(clock => rules.Contains(clock.Rule.Id) && clock.EndedAt is null);

    /// <summary>Every clock of one of several rules, also those that have ended.</summary>
    protected IEnumerable<DutyClock> AllOf(params string[] rules) => _clocks.Where(clock => rules.Contains(clock.Rule.Id));

    /// <summary>The duty passes to another department with the same due time; to one that has the same duty already, it falls away.</summary>
    protected void Pass(string rule, string? from, string to)
    {
        if ((from is null ? AnyRunning(rule) : Running(rule, from)) is not { } clock || clock.Department == to)
            return;
        if (Running(rule, to) is not null)
            clock.End(Now, "superseded");
        else
            clock.Department = to;
    }

    /// <summary>Closes the case as soon as nothing holds it up.</summary>
    protected void Close(string ending)
    {
        _waitingEnd ??= ending;
        EndIfNothingHoldsUp();
    }

    /// <summary>What follows the close.</summary>
    protected virtual void Closed(string ending)
    {
    }

    private DutyClock? Running(string rule, string? department) =>
        _clocks.Find(clock => clock.Rule.Id == rule && clock.EndedAt is null && clock.Department == department);

    private void EndIfNothingHoldsUp()
    {
        if (_waitingEnd is not { } ending || IsClosed || AnyRunning([.. HoldingUp]) is not null)
            return;
        (_ending, _closedAt) = (ending, Now);
        foreach (var clock in _clocks.Where(clock => clock.EndedAt is null))
            clock.End(Now, "cancelled");
        _tasks.RemoveAll(task => !task.OutlivesTheCase);
        Closed(ending);
    }

    private void AdvanceTo(DateTimeOffset moment)
    {
        while (NextRung() is var (clock, at, rung, name) && at <= moment)
        {
            if (at > Now)
                Now = at;
            Tell(clock, rung);
            clock.Told(name, rung);
            if (rung.Kind == "overdue")
                FellDue(clock);
        }
    }

    private (DutyClock Clock, DateTimeOffset At, Rung Rung, string Name)? NextRung()
    {
        (DutyClock, DateTimeOffset At, Rung, string)? first = null;
        foreach (var clock in _clocks)
        {
            if (clock.Next() is var (at, rung, name) && (first is null || at < first.Value.At))
                first = (clock, at, rung, name);
        }

        return first;
    }

    private void Tell(DutyClock clock, Rung rung)
    {
        var told = rung.Told
            .Select(token => (User: Who(clock, token.TrimStart('!')), At: Staffing.Delivery(Now, token.StartsWith('!'))))
            .Where(to => to.User is not null && !Accused.Contains(to.User))
            .GroupBy(to => to.User!)
            .Select(to => (User: to.Key, At: to.Min(one => one.At)));
        foreach (var (user, deliverAt) in told)
            _notices.Add((clock, new(clock.Rule.Id, clock.Round, clock.Department, rung.Kind, user, Now, deliverAt)));
    }

    private string? Who(DutyClock clock, string token) => token switch
    {
        "duty" => Staffing.OnDuty(Case.Organisation, Now),
        "holder" => _tasks.Find(task => task.Rule == clock.Rule.Id && (task.Department is null || task.Department == clock.Department) && task.Holder is not null)?.Holder
            ?? Head(clock),
        "head" => Head(clock),
        "leader" => "b.leader",
        "level" => "a." + Case.Attributes["level"],
        _ => token,
    };

    private string? Head(DutyClock clock) =>
        Staffing.Head(Case.Organisation, clock.Department) is { } head ? Accused.Contains(head) ? "b.leader" : head : null;

    private void Do(Deed deed)
    {
        var task = _tasks.Find(open => open.Name == deed.Task)
            ?? _tasks.Where(open => open.Name is null && open.Step == deed.Step && (deed.Department is null || open.Department is null || open.Department == deed.Department))
                .OrderBy(open => (open.OpenedAt - deed.TaskOpenedAt).Duration()).FirstOrDefault();
        if (task is null)
        {
            _problems.Add($"no task for: {deed}");
            return;
        }

        task.Name = deed.Task;
        task.Holder = deed.By;
        if (deed.Outcome is null)
            return;
        _tasks.Remove(task);
        task.Done(task, deed);
    }
}
