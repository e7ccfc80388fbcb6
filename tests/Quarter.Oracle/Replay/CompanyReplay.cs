using Bpm.Quarter.Oracle.Log;

namespace Bpm.Quarter.Oracle.Replay;

/// <summary>What the processes of A share: pushes, mis-routes, guidance, answers by SMS, times that a second person checks.</summary>
internal abstract class CompanyReplay(CaseLog log) : CaseReplay(log)
{
    private static readonly TimeSpan Alone = TimeSpan.FromMinutes(30);
    private int _returns;

    /// <summary>Department that has the case.</summary>
    protected string Department { get; set; } = "";

    /// <summary>What is known of the case: what was registered and what was learnt on the spot.</summary>
    protected Dictionary<string, string> Attributes { get; } = new(log.Registration.Attributes);

    protected override IReadOnlyList<string> HoldingUp => ["A-3.3c"];

    /// <summary>Gives the case to a department, and somebody rings it up beside.</summary>
    protected void Push(string department)
    {
        Department = department;
        Call();
    }

    /// <summary>Somebody rings a department up, which holds nothing up.</summary>
    protected void Call() => Open("call-department", null, _ => { });

    /// <summary>Sent back by the department that has the case.</summary>
    protected void SentBack(IReadOnlyList<string> rules, Action again) => SentBack(rules, Department, _ => again());

    /// <summary>Sent back by a department: the agent forwards it, the second time the superior says where to.</summary>
    /// <param name="rules">Clocks that pass to the next department with the same due time.</param>
    /// <param name="from">The department that sends it back.</param>
    /// <param name="again">What the next department has to do.</param>
    protected void SentBack(IReadOnlyList<string> rules, string from, Action<string> again)
    {
        if (++_returns == 1)
            ReRoute(rules, from, again);
        else
            Guidance(routed: to => Forward(rules, from, to, again), answered: () => Forward(rules, from, from, again));
    }

    private void ReRoute(IReadOnlyList<string> rules, string from, Action<string> again) => Open("re-route", null, deed =>
    {
        if (deed.Outcome == "Forwarded")
            Forward(rules, from, deed.Code("department")!, again);
        else
            Guidance(routed: to => Forward(rules, from, to, again), answered: () => ReRoute(rules, from, again));
    });

    /// <summary>Asks the superior at once .</summary>
    protected void Guidance(Action<string> routed, Action answered)
    {
        Start("A-5.5");
        Open("superior-guidance", "A-5.5", (task, deed) =>
        {
            Stop("A-5.5", task);
            if (deed.Outcome == "Routed" && deed.Code("department") is { } to)
                routed(to);
            else
                answered();
        });
    }

    /// <summary>The department answered by SMS: it still has to write the answer into the system.</summary>
    protected void BySms(string department)
    {
        Start("A-3.3c", department);
        Open("back-fill", "A-3.3c", (task, _) => Stop("A-3.3c", task, department: department), department);
    }

    /// <summary>Stops the clock of work in the field; an old claim counts from the commit until a second person has confirmed it.</summary>
    protected void StopInField(string rule, OpenTask task, Deed deed)
    {
        var clock = AnyRunning(rule);
        if (deed.OccurredAt is not { } occurred || Now - occurred <= Alone)
        {
            Stop(rule, task, deed.OccurredAt);
            return;
        }

        Stop(rule, task);
        if (clock is not null)
            _claims.Add(clock);
    }

    private readonly List<DutyClock> _claims = [];

    /// <summary>Has the old claim of a deed checked beside, where there is one.</summary>
    protected void CheckTime(Deed deed)
    {
        if (deed.OccurredAt is not { } occurred || Now - occurred <= Alone)
            return;
        DutyClock[] claimed = [.. _claims];
        _claims.Clear();
        Open("time-check", null, check =>
        {
            if (check.Outcome == "Confirmed")
                Array.ForEach(claimed, clock => clock.Correct(occurred));
        });
    }

    private void Forward(IReadOnlyList<string> rules, string from, string to, Action<string> again)
    {
        foreach (var rule in rules)
            Pass(rule, from, to);
        Push(to);
        again(to);
    }
}
