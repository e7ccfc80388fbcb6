using System.Text.Json.Nodes;
using Bpm.Domain.Complaints;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.TestKit;
using Bpm.Workflows.Cases;
using Bpm.Workflows.Packs;
using Case = Bpm.Domain.Complaints.Case;

namespace Bpm.Definitions.Tests;

/// <summary>
/// Drives one case in memory: engine and domain only, no database. It knows step codes and outcomes, never a category.
/// Time is a test clock; clocks of the case fire in order of their due times.
/// </summary>
internal sealed class CaseDriver
{
    private readonly Pack _pack;
    private readonly TestClock _clock;
    private readonly CaseRunner _runner;
    private readonly WorkflowGraph _graph;
    private readonly bool _reload;
    private WorkflowInstance _instance = null!;

    private CaseDriver(Pack pack, Case complaint, TestClock clock, bool reload)
    {
        (_pack, Complaint, _clock, _reload) = (pack, complaint, clock, reload);
        _runner = new CaseRunner(new WorkflowRunner(clock));
        _graph = ShippedPacks.Graph(pack, complaint.DefinitionId);
    }

    public Case Complaint { get; }

    public List<OutboxRequest> Outbox { get; } = [];

    public WorkflowInstance Instance => _instance;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Tasks that somebody has to do now, in the order of opening.</summary>
    public IEnumerable<HumanTask> Open => Complaint.Tasks.Where(task => task.IsActive);

    /// <summary>Registers a case and runs its first burst.</summary>
    /// <param name="reload">Save and reload the engine's state after every burst.</param>
    public static CaseDriver Start(Pack pack, ScenarioCase what, bool reload)
    {
        var clock = new TestClock(what.RegisteredAt ?? what.ReceivedAt);
        var profile = pack.Directory.Profile;
        var registration = new Registration(
            what.Kind, what.Channel, what.Category, new("张三", "13900000000", "南关街12号", null, what.Anonymous), "水", "投诉内容", "尽快处理", null,
            what.ReceivedAt, what.RegisteredAt > what.ReceivedAt ? "系统故障期间纸质登记" : null, what.Attributes);
        var number = CaseNumber.Format(profile.NumberPrefix, CaseNumber.DayOf(clock.GetUtcNow(), profile.Identity.Zone), 1);
        var registered = Case.Register(registration, profile, new(number, "123456", what.By, clock.GetUtcNow(), pack.Rules.EffectiveFrom));
        registered.Refusal.ShouldBeNull(registered.Refusal?.Message);
        var driver = new CaseDriver(pack, registered.Value, clock, reload);
        driver.Run(scope => driver._runner.Start(driver._graph, scope), what.FirstReplyGiven, what.By);
        return driver;
    }

    /// <summary>Claims and completes an open task of a step.</summary>
    /// <param name="who">User name; the first whom it is meant for when null.</param>
    /// <param name="title">Part of the title, where several tasks of the step are open.</param>
    public void Complete(string step, string outcome, string? who = null, JsonObject? form = null, string? title = null)
    {
        var task = Open.FirstOrDefault(t => t.Step == step && (title is null || t.Title.Contains(title, StringComparison.Ordinal)))
            ?? throw new InvalidOperationException($"No open task of step {step}; open: {string.Join(", ", Open.Select(t => t.Step))}.");
        Complete(task, outcome, who, form);
    }

    public void Complete(HumanTask task, string outcome, string? who = null, JsonObject? form = null)
    {
        var directory = _pack.Directory;
        var member = who is null
            ? directory.People.FirstOrDefault(m => task.IsCandidate(m, directory.KeysOf(m.UserName)))
            : directory.Staff(who);
        member.ShouldNotBeNull($"nobody can claim {task.Step} ({string.Join(", ", task.Candidates)}, excluded {string.Join(", ", task.Excluded)})");
        var keys = directory.KeysOf(member.UserName);
        task.Claim(member, keys).Refusal.ShouldBeNull($"{member.UserName} cannot claim {task.Step}");
        var done = task.Complete(member, keys, new(outcome, AutoForm.Fill(task.Form, outcome, form), "情况说明"), Now);
        done.Refusal.ShouldBeNull($"{task.Step} {outcome}: {done.Refusal?.Message} {string.Join("; ", done.Refusal?.Errors.Select(e => e.Key + e.Value[0]) ?? [])}");
        Run(scope => _runner.Completed(_graph, _instance, task, scope), actor: member.UserName);
    }

    /// <summary>Moves time forward; clocks fire on the way, in order.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        while (Complaint.Clocks.Where(c => c.NextAt <= moment).MinBy(c => c.NextAt) is { NextAt: { } at } clock)
        {
            if (at > Now)
                _clock.MoveTo(at);
            Run(scope =>
            {
                scope.Fire(clock);
                return _runner.Signals(_graph, _instance, scope);
            });
        }

        _clock.MoveTo(moment);
    }

    private void Run(Func<CaseScope, IEnumerable<Burst>> run, bool firstReplyGiven = false, string actor = CaseScope.System)
    {
        var scope = new CaseScope
        {
            Complaint = Complaint,
            Directory = _pack.Directory,
            Forms = _pack.Forms,
            Rules = _pack.Rules,
            Calendar = _pack.Calendar,
            Now = Now,
            Actor = actor,
            FirstReplyGiven = firstReplyGiven,
        };
        foreach (var burst in run(scope))
        {
            burst.Incidents.ShouldBeEmpty(string.Join("; ", burst.Incidents.Select(i => $"{i.NodePath}: {i.Message}")));
            _instance = burst.Instance;
        }

        Outbox.AddRange(scope.Outbox);
        // After the burst sequence: a burst must not see another instance than the one before it left behind.
        if (_reload)
            _instance = InstanceSerializer.Read(InstanceSerializer.Write(_instance));
    }
}
