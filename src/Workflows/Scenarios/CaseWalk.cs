using System.Text.Json.Nodes;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Storage;
using Bpm.Workflows.Cases;
using Bpm.Workflows.Packs;

namespace Bpm.Workflows.Scenarios;

/// <summary>
/// Drives one case in memory: engine and domain only, no database. It knows step codes and outcomes, never a category. Time stands still
/// until it is moved; clocks and timers then fire in order of their due times. Not thread-safe.
/// </summary>
public sealed class CaseWalk
{
    private readonly Pack _pack;
    private readonly ScenarioClock _clock;
    private readonly WorkflowRunner _engine;
    private readonly CaseRunner _runner;
    private readonly WorkflowGraph _graph;
    private readonly bool _reload;
    private readonly Dictionary<string, DateTimeOffset> _timers = [];
    private WorkflowInstance _instance = null!;

    private CaseWalk(Pack pack, WorkflowGraph graph, Case complaint, ScenarioClock clock, bool reload)
    {
        (_pack, _graph, Complaint, _clock, _reload) = (pack, graph, complaint, clock, reload);
        _engine = new WorkflowRunner(clock);
        _runner = new CaseRunner(_engine);
    }

    public Case Complaint { get; }

    /// <summary>Calls to outside systems that the bursts left, in order.</summary>
    public List<OutboxRequest> Outbox { get; } = [];

    /// <summary>What was done with reports, in order.</summary>
    public List<ReportRequest> Reports { get; } = [];

    /// <summary>What became of the definition whose publishing the case asks for.</summary>
    public List<PublicationDecision> Publications { get; } = [];

    public WorkflowInstance Instance => _instance;

    /// <summary>Paths of the activities that ran, those of child workflows too.</summary>
    public HashSet<string> Visited { get; } = new(StringComparer.Ordinal);

    /// <summary>UTC.</summary>
    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Tasks that somebody has to do now, in the order of opening.</summary>
    public IEnumerable<HumanTask> Open => Complaint.Tasks.Where(task => task.IsActive);

    /// <summary>Registers a case and runs its first burst.</summary>
    /// <param name="graphs">Gives the compiled published version of a definition id.</param>
    /// <param name="reload">Save and reload the engine's state after every burst.</param>
    /// <exception cref="ScenarioException">It cannot be registered, or its first burst fails.</exception>
    public static CaseWalk Start(Pack pack, Func<string, WorkflowGraph> graphs, ScenarioCase what, bool reload = false)
    {
        var clock = new ScenarioClock(what.RegisteredAt ?? what.ReceivedAt);
        var complaint = what.Kind == ComplaintKind.Duty.Code() ? OpenDuty(pack, what, clock) : Register(pack, what, clock);
        var walk = new CaseWalk(pack, graphs(complaint.DefinitionId), complaint, clock, reload);
        walk.Run(scope => walk._runner.Start(walk._graph, scope), what.FirstReplyGiven, what.By);
        return walk;
    }

    private static Case OpenDuty(Pack pack, ScenarioCase what, ScenarioClock clock)
    {
        var profile = pack.Directory.Profile;
        if (!profile.Duties.TryGetValue(what.Category, out var duty))
            throw new ScenarioException($"没有例行工作“{what.Category}”。");
        var number = CaseNumber.Format(profile.DutyPrefix, CaseNumber.DayOf(what.ReceivedAt, profile.Identity.Zone), 1);
        var stamp = new RegistrationStamp(number, "123456", what.By, clock.GetUtcNow(), pack.Rules.EffectiveFrom);
        return Case.OpenDuty(duty, what.Attributes ?? new Dictionary<string, string>(), profile, what.ReceivedAt, stamp);
    }

    private static Case Register(Pack pack, ScenarioCase what, ScenarioClock clock)
    {
        var profile = pack.Directory.Profile;
        var registration = new Registration(
            what.Kind, what.Channel, what.Category, new("张三", "13900000000", "南关街12号", null, what.Anonymous), "水", "投诉内容", "尽快处理", null,
            what.ReceivedAt, what.RegisteredAt > what.ReceivedAt ? "系统故障期间纸质登记" : null, what.Attributes);
        var number = CaseNumber.Format(profile.NumberPrefix, CaseNumber.DayOf(clock.GetUtcNow(), profile.Identity.Zone), 1);
        var registered = Case.Register(registration, profile, new(number, "123456", what.By, clock.GetUtcNow(), pack.Rules.EffectiveFrom));
        if (registered.IsRefused)
            throw new ScenarioException($"登记被拒绝：{registered.Refusal.Message}");
        return registered.Value;
    }

    /// <summary>Claims an open task of a step and leaves it so.</summary>
    /// <param name="to">To whom it is then transferred (转办); null for nobody.</param>
    /// <exception cref="ScenarioException">No such task is open, or it is refused.</exception>
    public void Claim(string step, string? who = null, string? title = null, string? to = null)
    {
        var task = Find(step, title);
        var member = Member(task, who);
        Claim(task, member);
        if (to is not null && task.Transfer(member.UserName, _pack.Directory.Staff(to), "工作安排", Now).Refusal is { } refusal)
            throw new ScenarioException($"{task.Step} 不能转办给 {to}：{refusal.Message}");
    }

    /// <summary>Code of the refusal that a claim of an open task of a step would meet; null where it would succeed.</summary>
    /// <exception cref="ScenarioException">No such task is open, or there is no such person.</exception>
    public string? Refusal(string step, string who, string? title = null)
    {
        var task = Find(step, title);
        return task.CanClaim(Member(task, who), _pack.Directory.KeysOf(who)) ? null : task.Claim(Member(task, who), _pack.Directory.KeysOf(who)).Refusal?.Code;
    }

    /// <summary>Claims, where that is not done, and completes an open task of a step.</summary>
    /// <param name="who">User name; the first whom it is meant for when null.</param>
    /// <param name="title">Part of the title, where several tasks of the step are open.</param>
    /// <param name="comment">Null for a plain one.</param>
    /// <exception cref="ScenarioException">No such task is open, or it is refused.</exception>
    public void Complete(string step, string outcome, string? who = null, JsonObject? form = null, string? title = null, string? comment = null)
    {
        var task = Find(step, title);
        Complete(task, outcome, who, form, comment);
    }

    /// <inheritdoc cref="Complete(string, string, string?, JsonObject?, string?, string?)"/>
    public void Complete(HumanTask task, string outcome, string? who = null, JsonObject? form = null, string? comment = null)
    {
        var member = Member(task, who ?? task.Assignee);
        if (task.Assignee != member.UserName)
            Claim(task, member);
        var done = Complaint.CompleteTask(task, member, _pack.Directory.KeysOf(member.UserName), new(outcome, AutoForm.Fill(task.Form, outcome, form), comment ?? "情况说明"), Now);
        if (done.Refusal is { } refusal)
        {
            var fields = string.Join('；', refusal.Errors.Select(e => e.Key + e.Value[0]));
            throw new ScenarioException($"{task.Step} {outcome} 被拒绝：{refusal.Message} {fields}");
        }

        Run(scope => _runner.Completed(_graph, _instance, task, scope), actor: member.UserName);
    }

    private HumanTask Find(string step, string? title) =>
        Open.FirstOrDefault(t => t.Step == step && (title is null || t.Title.Contains(title, StringComparison.Ordinal)))
        ?? throw new ScenarioException($"没有待办的步骤 {step}，待办：{string.Join('、', Open.Select(t => t.Step))}。");

    private StaffMember Member(HumanTask task, string? who)
    {
        var directory = _pack.Directory;
        return (who is null
                ? directory.People.FirstOrDefault(m => task.IsCandidate(m, directory.KeysOf(m.UserName)))
                : directory.Staff(who))
            ?? throw new ScenarioException($"{task.Step} 没有人能签收（候选 {string.Join('、', task.Candidates)}，回避 {string.Join('、', task.Excluded)}）。");
    }

    private void Claim(HumanTask task, StaffMember member)
    {
        if (task.Claim(member, _pack.Directory.KeysOf(member.UserName)).Refusal is { } unclaimed)
            throw new ScenarioException($"{member.UserName} 不能签收 {task.Step}：{unclaimed.Message}");
    }

    /// <summary>The program stands still until a moment; what came due meanwhile happens then.</summary>
    public void StandStill(DateTimeOffset moment)
    {
        _clock.MoveTo(moment);
        MoveTo(moment);
    }

    /// <summary>Attaches a file.</summary>
    /// <param name="name">File name with an allowed ending.</param>
    /// <exception cref="ScenarioException">It is refused.</exception>
    public void Attach(string name, string by)
    {
        if (Complaint.Attach(new(Guid.CreateVersion7(Now), name, 1000, new string('0', 64)), by, Now).Refusal is { } refusal)
            throw new ScenarioException(refusal.Message);
    }

    /// <summary>Asks to give something of the case out of the company.</summary>
    /// <exception cref="ScenarioException">It is refused, or the process does not hear it.</exception>
    public void Disclose(string recipient, string by)
    {
        var wakes = Complaint.PendingDisclosure is null;
        if (Complaint.AskDisclosure(new(recipient, "案件办理情况", "来函要求"), by, Now).Refusal is { } refusal)
            throw new ScenarioException(refusal.Message);
        var open = Complaint.Tasks.Count;
        if (wakes)
            Run(scope => _runner.Hear(_graph, _instance, scope, CaseScope.DisclosureRequested), actor: by);
        if (wakes && Complaint.Tasks.Count == open)
            throw new ScenarioException("流程没有等待对外提供申请。");
    }

    /// <summary>Moves time forward; clocks and timers fire on the way, in order.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        while (NextAt() is { } at && at <= moment)
        {
            _clock.MoveTo(at);
            if (Complaint.Clocks.Where(c => c.NextAt <= at).MinBy(c => c.NextAt) is { } clock)
                Run(scope => Fire(scope, clock));
            else
                Run(scope => _runner.Act(_graph, _instance, ResumeTimer(at), scope));
        }

        _clock.MoveTo(moment);
    }

    private IEnumerable<Burst> Fire(CaseScope scope, Domain.Clocks.SlaClock clock)
    {
        scope.Fire(clock);
        return _runner.Signals(_graph, _instance, scope);
    }

    private Instances.InstanceAction ResumeTimer(DateTimeOffset at)
    {
        var bookmark = _timers.First(timer => timer.Value <= at).Key;
        _timers.Remove(bookmark);
        return (runner, graph, instance, host) => runner.Resume(graph, instance, bookmark, null, host);
    }

    private DateTimeOffset? NextAt() => Complaint.Clocks.Select(c => c.NextAt)
        .Concat(_timers.Values.Select(at => (DateTimeOffset?)(at < Now ? Now : at))).Min();

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
            if (burst.Incidents.Count > 0)
                throw new ScenarioException($"流程出错：{string.Join('；', burst.Incidents.Select(i => $"{i.NodePath} {i.Message}"))}");
            _instance = burst.Instance;
            Visited.UnionWith(burst.Journal.Select(entry => entry.NodePath));
            foreach (var timer in burst.AddedTimers)
                _timers[timer.BookmarkId] = timer.DueAt;
            foreach (var gone in burst.RemovedTimerIds)
                _timers.Remove(gone);
        }

        Outbox.AddRange(scope.Outbox);
        Reports.AddRange(scope.Reports);
        Publications.AddRange(scope.Publications);
        // After the burst sequence: a burst must not see another instance than the one before it left behind.
        if (_reload)
            _instance = InstanceSerializer.Read(InstanceSerializer.Write(_instance));
    }
}
