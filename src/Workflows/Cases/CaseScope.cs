using Bpm.Domain.Audit;
using Bpm.Domain.Calendars;
using Bpm.Domain.Clocks;
using Bpm.Domain.Complaints;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Http;
using Bpm.Workflows.Instances;

namespace Bpm.Workflows.Cases;

/// <summary>
/// Host object of a burst: the case that a workflow acts on, what holds for its organisation, and what the burst leaves for the
/// caller to store. Plain objects in memory: whoever runs the burst loads before and stores after, in one transaction.
/// One scope serves all bursts of one request; it is not thread-safe.
/// </summary>
public sealed partial class CaseScope : IHttpReply, IParentHost
{
    /// <summary>Actor of what no person did.</summary>
    public const string System = "system";

    /// <summary>The case, with its clocks and tasks.</summary>
    public required Case Complaint { get; init; }

    /// <summary>People, departments and roles of the case's organisation.</summary>
    public required OrganisationDirectory Directory { get; init; }

    /// <summary>Forms and outcomes of the steps.</summary>
    public required FormCatalogue Forms { get; init; }

    /// <summary>The rules that judge the case: those in force on the day of receipt.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>Working days of the organisation.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Business time of the burst.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>User name of who caused the burst; <see cref="System"/> for timers and clocks.</summary>
    public string Actor { get; init; } = System;

    /// <summary>The registrar ticked that the customer has the first reply already. Only the burst of the registration asks.</summary>
    public bool FirstReplyGiven { get; init; }

    /// <summary>A task that was taken back: its step waits for it again instead of opening another. Null once that has happened.</summary>
    public HumanTask? TakenBack { get; set; }

    /// <summary>The customer has had the first reply, or it was recorded as given: it is not owed again.</summary>
    public bool FirstReplied => Complaint.Replies.Any(reply => reply.Kind == ReplyKinds.First)
        || Complaint.Clocks.Any(clock => clock.IsEnded && clock.State is ClockState.Met or ClockState.Breached && Rules.Find(clock.RuleId)?.SurvivesCorrection == true);

    /// <inheritdoc/>
    public HttpReplySlot? Reply { get; set; }

    /// <summary>What a child instance gets: the organisation, the moment and the request to answer, but not the case.</summary>
    public object ForChild(WorkflowGraph graph, StartOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new InstanceScope { TenantId = options.TenantId ?? "", Now = Now, Reply = Reply };
    }

    /// <summary>Calls to outside systems to store with the burst.</summary>
    public List<OutboxRequest> Outbox { get; } = [];

    /// <summary>Reports to draw up, confirm or send with the burst, in order.</summary>
    public List<ReportRequest> Reports { get; } = [];

    /// <summary>What becomes of the definition whose publishing the case asks for, in order; at most one in a sound workflow.</summary>
    public List<PublicationDecision> Publications { get; } = [];

    /// <summary>Audit entries to store with the burst.</summary>
    public List<AuditEntry> Audit { get; } = [];

    /// <summary>What happened to clocks and is not yet told to waiting activities; <see cref="CaseRunner"/> empties it.</summary>
    internal Queue<ClockSignal> Signals { get; } = [];

    /// <summary>Writes an audit entry about the case.</summary>
    /// <param name="action">Stable code, for example <c>clock.started</c>.</param>
    /// <param name="subject">What was acted on, for example <c>clock:0197…</c>.</param>
    /// <param name="detail">Codes only, no personal data.</param>
    internal void Record(string action, string subject, string detail = "") =>
        Audit.Add(AuditEntry.Record(Now, Complaint.Organisation, Actor, action, subject, detail, Complaint.Id));

    /// <summary>Opens a human task. Where the head of a department is shut out, the 分管负责人 takes the place.</summary>
    internal HumanTask OpenTask(
        string step, string title, IReadOnlyList<string> candidates, TaskOutcome[] outcomes, TaskForm form,
        string[] excluded, string? rule, TaskAccess access, IReadOnlyList<string> texts, string bookmarkId, string nodePath)
    {
        string[] shutOut = [.. Complaint.Accused.Union(excluded)];
        var task = Complaint.OpenTask(
            new(step, title, Directory.Candidates(candidates, shutOut), outcomes, form, excluded,
                string.IsNullOrEmpty(rule) ? null : RunningRule(rule).Id, BookmarkId: bookmarkId, CaseAccess: access, Texts: texts, NodePath: nodePath),
            Now);
        Record("task.opened", $"task:{task.Id:N}", step);
        return task;
    }

    /// <summary>The people that recipient tokens mean, each once, and when a notice of now may reach them.</summary>
    internal IEnumerable<(string User, DateTimeOffset DeliverAt)> RecipientsOf(
        IEnumerable<string> tokens, string? holder, string? department, bool alsoAtNight, IReadOnlyList<string>? owners = null)
    {
        var context = new RecipientContext(Now, holder, department) { Owners = owners ?? [], ShutOut = Complaint.Accused };
        return tokens
            .SelectMany(token => Directory.Resolve(token, context)
                .Select(user => (User: user, DeliverAt: Rules.QuietHours.DeliverAt(Now, token, alsoAtNight, Calendar.Zone))))
            .GroupBy(to => to.User)
            .Select(group => group.MinBy(to => to.DeliverAt));
    }
}
