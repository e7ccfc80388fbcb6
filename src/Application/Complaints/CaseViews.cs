using System.Collections.Frozen;
using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Tasks;
using Bpm.Domain.Audit;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Tasks;
using Bpm.Engine.Execution;
using Bpm.Domain.Clocks;

namespace Bpm.Application.Complaints;

/// <summary>Shows cases and tasks to the caller, as much of them as <see cref="CaseAccess"/> allows. The only way from a case to the outside.</summary>
public sealed class CaseViews(Caller caller, OrganisationRegistry organisations)
{
    /// <summary>The action that the audit trail keeps for each read of a strictly confidential case.</summary>
    public const string ReadAction = "case.read";

    /// <summary>How much of a case the caller sees.</summary>
    public AccessLevel LevelOf(Case complaint) =>
        caller.IsSystem ? AccessLevel.Full : CaseAccess.Of(complaint, caller.Member, DirectoryOf(complaint), caller.StandIns);

    /// <summary>True when the caller may see a task of the case: all of them with full access, else only what is the caller's own.</summary>
    public bool Shows(Case complaint, HumanTask task) => LevelOf(complaint) switch
    {
        AccessLevel.Full => true,
        AccessLevel.None => false,
        AccessLevel.Summary or AccessLevel.Opinion => IsOwn(task),
    };

    /// <summary>Shows a task.</summary>
    public TaskView OfTask(Case complaint, HumanTask task)
    {
        var level = LevelOf(complaint);
        var opinion = task.CaseAccess == TaskAccess.Opinion ? complaint.ReleasedOpinion()?.Text.Value : null;
        return TaskView.Of(task, complaint.Number, ZoneOf(complaint), level == AccessLevel.Full || task.CompletedBy == caller.Staff?.UserName, opinion, TextsOf(complaint, task)) with
        {
            Form = task.Form.WithDefaults(level == AccessLevel.Full ? complaint.AccusedUnit : null),
            Actions = [.. ActionsOn(complaint, task)],
            Paused = complaint.ClockOf(task)?.State == ClockState.Paused,
            RegulationDueAt = complaint.ClockOf(task) is { } clock && clock.RegulationDueAt != clock.DueAt ? clock.RegulationDueAt.In(ZoneOf(complaint)) : null,
            Signers = level == AccessLevel.Full ? [.. SignersOn(complaint, task)] : [],
        };
    }

    private IEnumerable<TaskView.SignerView> SignersOn(Case complaint, HumanTask task)
    {
        foreach (var signer in complaint.SignersOf(task))
        {
            var who = signer.CompletedBy ?? signer.Assignee ?? signer.Candidates[0][(signer.Candidates[0].IndexOf(':', StringComparison.Ordinal) + 1)..];
            yield return new(
                who, Code(signer.Signing!.Value), Code(signer.State), signer.Id, signer.Outcomes.FirstOrDefault(outcome => outcome.Name == signer.Outcome)?.Title,
                signer.Answer?.Value.Comment, signer.CompletedAt.In(ZoneOf(complaint)));
        }

        if (task.IsActive)
        {
            foreach (var later in task.LaterSigners)
                yield return new(later, Code(SignerPosition.After), "planned", null, null, null, null);
        }
    }

    // What would be refused for who the caller is or how the task stands is not offered; the use cases decide again.
    private IEnumerable<string> ActionsOn(Case complaint, HumanTask task)
    {
        if (caller.Staff is not { } staff)
            yield break;
        if ((task.IsActive ? task.Assignee : task.CompletedBy) == staff.UserName && SignersOn(complaint, task).Any(signer => signer.State is "planned" or "open"))
            yield return "remove-signer";
        if (task.CompletedBy == staff.UserName && complaint.RefuseTakingBack(task) is null)
            yield return "withdraw";
        if (!task.IsActive)
            yield break;
        var holds = task.Assignee == staff.UserName;
        if (task.CanClaim(staff, caller.Home.KeysOf(staff.UserName), caller.StandIns))
            yield return "claim";
        if (holds)
            yield return "complete";
        if (holds && task.Owner is not null)
            yield return "return";
        if (holds && task.Owner is null)
            yield return "release";
        if ((holds && task.Owner is null && !task.RecordingOnly) || (!holds && caller.Has(Permission.Supervise)))
            yield return "transfer";
        if (holds && task.Owner is null && !task.RecordingOnly)
            yield return "delegate";
        if (holds && task is { Owner: null, RecordingOnly: false, ParentId: null })
            yield return "add-signer";
        if (holds && task is { Owner: null, RecordingOnly: false, ParentId: null } && complaint.IsOpen && complaint.Tasks.Any(other => other.State == TaskState.Completed && other.NodePath is not null))
            yield return "send-back";
        var (allowed, state) = (caller.Home.Profile.ClockChanges, complaint.ClockOf(task)?.State);
        var mayAsk = holds && task is { Owner: null, PendingClockRequest: null } && state == ClockState.Running;
        if (mayAsk && allowed.Extension)
            yield return "extend";
        if (mayAsk && allowed.Pause && complaint.ClockOf(task)!.CanPause)
            yield return "pause";
        if (state == ClockState.Paused && (holds || caller.Has(Permission.Supervise)))
            yield return "resume";
        if (task.PendingClockRequest is { } pending && pending.By != staff.UserName && caller.Has(Permission.Supervise))
            yield return "decide-clock";
        if (!holds && Shows(complaint, task))
            yield return "urge";
        if (Shows(complaint, task))
            yield return "copy";
    }

    /// <summary>Shows a case; null when the caller may not know that it exists.</summary>
    /// <param name="complaint">The case.</param>
    /// <param name="instance">Its workflow instance, or null where only a summary is shown.</param>
    /// <param name="trail">Its audit entries.</param>
    /// <param name="unreadable">Why the instance cannot be read, or null.</param>
    /// <param name="hidden">Numbers of linked cases of which the caller may not know that they belong to this one; see <see cref="CaseLinks"/>.</param>
    public CaseView? Of(
        Case complaint, WorkflowInstance? instance, IReadOnlyList<AuditEntry> trail, string? unreadable = null, IReadOnlySet<string>? hidden = null) => LevelOf(complaint) switch
    {
        AccessLevel.None => null,
        AccessLevel.Summary => Summary(complaint),
        AccessLevel.Opinion => Summary(complaint) with { Opinion = complaint.ReleasedOpinion()?.Text.Value },
        AccessLevel.Full => Full(complaint, instance, trail, unreadable, hidden ?? FrozenSet<string>.Empty),
    };

    /// <summary>Shows a notice.</summary>
    public NoticeView OfNotice(Case complaint, Notice notice) => Show(
        notice, complaint.Number, LevelOf(complaint) == AccessLevel.Full, ZoneOf(complaint));

    /// <summary>Shows a file of a case that the caller sees in full.</summary>
    public AttachmentView OfAttachment(Case complaint, Attachment file) =>
        new(file.Id, file.Name.Value, file.ContentType, file.Size, file.By, file.At.In(ZoneOf(complaint)));

    /// <summary>Shows one of the caller's own notices; its text is neutral where the case is confidential.</summary>
    public NoticeView OfOwnNotice(Notice notice, string number) => Show(notice, number, full: false, caller.Home.Profile.Identity.Zone);

    /// <summary>Shows an earlier case of the same customer, which the caller must see in full.</summary>
    public SimilarCase OfSimilar(Case complaint, IReadOnlyList<ContactKind> matches)
    {
        var zone = ZoneOf(complaint);
        var category = DirectoryOf(complaint).Profile.Categories.GetValueOrDefault(complaint.Category)?.Name ?? complaint.Category;
        return new(
            complaint.Number, complaint.Category, category, Code(complaint.Status), complaint.ReceivedAt.In(zone), complaint.ClosedAt.In(zone),
            [.. matches.Select(Code)]);
    }

    /// <summary>One row of a list.</summary>
    public ComplaintRow RowOf(Case complaint)
    {
        var zone = ZoneOf(complaint);
        var overdue = complaint.Clocks.Any(clock => clock is { State: ClockState.Breached, IsEnded: false });
        if (LevelOf(complaint) != AccessLevel.Full)
            return new(complaint.Number, Code(complaint.Status), complaint.ReceivedAt.In(zone), null, null, null, null, null, null, overdue);
        var next = complaint.Clocks.Where(clock => !clock.IsEnded).Select(clock => (DateTimeOffset?)clock.DueAt).Min();
        return new(
            complaint.Number, Code(complaint.Status), complaint.ReceivedAt.In(zone), Code(complaint.Kind), complaint.Category,
            complaint.Channel, StageOf(complaint), complaint.Department, next.In(zone), overdue);
    }

    private static NoticeView Show(Notice notice, string number, bool full, TimeZoneInfo zone) => new(
        notice.Id, number, full ? notice.ClockId : null, full ? notice.RuleId : null, full ? notice.Rung : null, notice.Recipient,
        Code(notice.Kind), notice.RaisedAt.In(zone), notice.DeliverAt.In(zone), notice.ReadAt.In(zone), notice.Text);

    private CaseView Summary(Case complaint)
    {
        var zone = ZoneOf(complaint);
        return new()
        {
            Number = complaint.Number,
            Status = Code(complaint.Status),
            ReceivedAt = complaint.ReceivedAt.In(zone),
            Clocks = complaint.IsOpen ? [NeutralClock(complaint, zone)] : [],
            Tasks = [.. complaint.Tasks.Where(IsOwn).Select(task => OfTask(complaint, task))],
        };
    }

    private List<CaseView.ReaderView>? ReadersOf(Case complaint, IReadOnlyList<AuditEntry> trail, TimeZoneInfo zone)
    {
        if (complaint.Level != Confidentiality.Strict || caller.Staff is not { } staff)
            return null;
        var keys = caller.Home.KeysOf(staff.UserName);
        return DirectoryOf(complaint).Profile.Access[complaint.Level].Readers.Any(keys.Contains)
            ? [.. trail.Where(entry => entry.Action == ReadAction).OrderByDescending(entry => entry.At).Select(entry => new CaseView.ReaderView(entry.Actor, entry.At.In(zone)))]
            : null;
    }

    private CaseView Full(Case complaint, WorkflowInstance? instance, IReadOnlyList<AuditEntry> trail, string? unreadable, IReadOnlySet<string> hidden)
    {
        var zone = ZoneOf(complaint);
        var details = complaint.Details.Value;
        var customer = details.Customer;
        return new()
        {
            Id = complaint.Id,
            Number = complaint.Number,
            Organisation = complaint.Organisation,
            Kind = Code(complaint.Kind),
            Status = Code(complaint.Status),
            Stage = StageOf(complaint),
            Strict = complaint.Level == Confidentiality.Strict,
            Category = complaint.Category,
            CategoryName = NameOf(complaint),
            Channel = complaint.Channel,
            Ending = complaint.Ending,
            Founded = complaint.Founded,
            ReceivedAt = complaint.ReceivedAt.In(zone),
            RegisteredAt = complaint.RegisteredAt.In(zone),
            RegisteredBy = complaint.RegisteredBy,
            BackdatingReason = complaint.BackdatingReason,
            ClosedAt = complaint.ClosedAt.In(zone),
            QueryCode = complaint.QueryCode,
            Department = complaint.Department,
            Customer = new(customer.Name, customer.Phone, customer.Address, customer.AccountNumber, customer.Anonymous),
            Target = details.Target,
            Content = details.Content,
            Demand = details.Demand,
            Suggestion = details.Suggestion,
            Attributes = complaint.Attributes,
            Attachments = [.. complaint.Attachments.Select(file => OfAttachment(complaint, file))],
            Workflow = new(
                complaint.DefinitionId, complaint.DefinitionVersion, complaint.InstanceId, instance?.Status.ToString(),
                Incidents(complaint, instance, unreadable, zone),
                [.. complaint.FormerProcesses.Select(former => new CaseView.FormerView(former.DefinitionId, former.Version, former.InstanceId, former.Until.In(zone)))]),
            MergedInto = complaint.MergedInto,
            Disclosures = [.. complaint.Disclosures.Select(disclosure => Show(complaint, disclosure, zone))],
            Clocks = [.. complaint.Clocks.Select(clock => Show(clock, zone))],
            Tasks = [.. complaint.Tasks.Select(task => OfTask(complaint, task))],
            Replies = [.. complaint.Replies.Select(reply => new CaseView.ReplyView(
                reply.Id, reply.Version, reply.Kind, reply.Channel, reply.At.In(zone), reply.By, reply.Text.Value))],
            FollowUps = [.. complaint.FollowUps.Select(call => new CaseView.FollowUpView(
                call.Attempt, Code(call.Result), call.By, call.At.In(zone), call.Note.Value))],
            Notices = [.. complaint.Notices.Select(notice => Show(notice, complaint.Number, full: true, zone))],
            Timeline = [.. trail.Where(entry => entry.Action != ReadAction).Select(entry => new CaseView.TimelineEntry(
                entry.At.In(zone), entry.Actor, entry.Action, entry.Subject, entry.Detail))],
            Readers = ReadersOf(complaint, trail, zone),
            Links = [.. complaint.Links.Where(link => !hidden.Contains(link.OtherNumber)).Select(link => new CaseView.LinkView(
                link.Id, link.OtherNumber, link.Kind, LinkKinds.Title(link.Kind), link.By, link.At.In(zone)))],
            Notes = [.. complaint.Notes.Where(note => !hidden.Contains(note.Subject)).Select(note => new CaseView.NoteView(
                note.Kind, NoteKinds.Title(note.Kind), note.Subject, note.By, note.At.In(zone), note.Text.Value))],
        };
    }

    private string? NameOf(Case complaint)
    {
        var profile = DirectoryOf(complaint).Profile;
        return complaint.Kind == ComplaintKind.Duty
            ? profile.Duties.GetValueOrDefault(complaint.Category)?.Name
            : profile.Categories.GetValueOrDefault(complaint.Category)?.Name;
    }

    private static CaseView.DisclosureView Show(Case complaint, Disclosure disclosure, TimeZoneInfo zone)
    {
        var (asked, decided) = (disclosure.Request.Value, disclosure.Decision?.Value);
        var terms = disclosure.Granted == true ? decided! : asked;
        var state = disclosure.Granted switch { true => "granted", false => "refused", null => complaint.IsOpen ? "requested" : "lapsed" };
        return new(
            disclosure.Id, terms.Recipient, terms.Scope, asked.Reason, disclosure.RequestedBy, disclosure.RequestedAt.In(zone), state,
            disclosure.DecidedBy, disclosure.DecidedAt.In(zone), decided?.Reason);
    }

    private static IReadOnlyList<CaseView.IncidentView> Incidents(Case complaint, WorkflowInstance? instance, string? unreadable, TimeZoneInfo zone) =>
        unreadable is not null
            ? [new("", unreadable, complaint.RegisteredAt.In(zone))]
            : [.. instance?.Incidents.Where(incident => incident.IsOpen).Select(incident => new CaseView.IncidentView(incident.ActivityId, incident.Text, incident.Time.In(zone))) ?? []];

    private static CaseView.ClockRow Show(SlaClock clock, TimeZoneInfo zone) => new(
        clock.Id, clock.RuleId, clock.Name, Code(clock.Kind), clock.Round, clock.StartedAt.In(zone), clock.DueAt.In(zone),
        clock.EndedAt.In(zone), clock.BreachedAt.In(zone), Code(clock.State), clock.Estimated, clock.IsTarget, clock.Explanation);

    // Names, limits and due times of the real clocks would tell the finding: B-F2b runs only for what was found true.
    private static CaseView.ClockRow NeutralClock(Case complaint, TimeZoneInfo zone)
    {
        var late = complaint.Clocks.Any(clock => clock is { State: ClockState.Breached, IsEnded: false });
        return new(
            complaint.Id, "", NeutralText.ClockName, "", 1, complaint.ReceivedAt.In(zone), null, null, null,
            Code(late ? ClockState.Breached : ClockState.Running), false, false, null);
    }

    // The words that were in force when the case was received.
    private string[] TextsOf(Case complaint, HumanTask task) => task.Texts.Count == 0
        ? []
        : [.. task.Texts.Select(id => organisations.Of(complaint.Organisation).RulesFor(complaint.ReceivedAt).FindText(id)?.Text).OfType<string>()];

    private static string StageOf(Case complaint) =>
        complaint.IsOpen ? string.Join('、', complaint.Tasks.Where(task => task.IsActive).Select(task => task.Title).Distinct()) : "已办结";

    private static string Code<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    // Only what still waits for the caller: a task that is done tells which way a confidential case went.
    private bool IsOwn(HumanTask task)
    {
        var user = caller.Member.UserName;
        return task.IsActive && (task.Assignee == user || task.Owner == user || task.CanClaim(caller.Member, caller.Home.KeysOf(user), caller.StandIns));
    }

    private OrganisationDirectory DirectoryOf(Case complaint) => organisations.Of(complaint.Organisation).Directory;

    private TimeZoneInfo ZoneOf(Case complaint) => DirectoryOf(complaint).Profile.Identity.Zone;
}
