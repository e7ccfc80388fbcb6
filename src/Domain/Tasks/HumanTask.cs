using Bpm.Domain.Organisation;

namespace Bpm.Domain.Tasks;

/// <summary>
/// A piece of work for a person. Everything that can be refused is refused here, so that no page or call can go
/// around it. A user's keys come from <see cref="OrganisationDirectory.KeysOf"/>.
/// </summary>
public sealed partial class HumanTask
{
    /// <summary>Longest comment or reason, in UTF-16 units.</summary>
    public const int MaxCommentLength = 2000;

    private HumanTask()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string Organisation { get; private set; } = "";

    /// <summary>1 for the first task of the case, then counting up.</summary>
    public int Ordinal { get; private set; }

    public string Step { get; private set; } = "";

    public string Title { get; private set; } = "";

    public TaskState State { get; private set; }

    /// <summary>User name of the holder, or null.</summary>
    public string? Assignee { get; private set; }

    /// <summary>User name of who delegated it and will complete it; null while it is not delegated.</summary>
    public string? Owner { get; private set; }

    /// <summary>Keys of those who may claim it.</summary>
    public IReadOnlyList<string> Candidates { get; private set; } = [];

    /// <summary>Keys of those who may claim it only to record an answer; it is in nobody's list because of them.</summary>
    public IReadOnlyList<string> Recorders { get; private set; } = [];

    /// <summary>User names that beat every key.</summary>
    public IReadOnlyList<string> Excluded { get; private set; } = [];

    public IReadOnlyList<TaskOutcome> Outcomes { get; private set; } = [];

    public TaskForm Form { get; private set; } = TaskForm.Empty;

    /// <summary>Article whose clock gives <see cref="DueAt"/>, or null.</summary>
    public string? RuleId { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Nothing that the task reports can have happened before.</summary>
    public DateTimeOffset EarliestOccurrence { get; private set; }

    /// <summary>When it was completed or cancelled; null while it is not.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When the work was really done, where the form said so; else null.</summary>
    public DateTimeOffset? OccurredAt { get; private set; }

    public string? Outcome { get; private set; }

    public string? CompletedBy { get; private set; }

    /// <summary>What was written at completion; null before.</summary>
    public Confidential<TaskAnswer>? Answer { get; private set; }

    /// <summary>Every change of hands, oldest first.</summary>
    public Confidential<IReadOnlyList<TaskHandover>> Handovers { get; private set; } = new([], false);

    /// <summary>What completing it resumes; null when nothing waits.</summary>
    public string? BookmarkId { get; private set; }

    /// <summary>What of a confidential case the task lets its people see.</summary>
    public TaskAccess CaseAccess { get; private set; }

    /// <summary>The holder came in as a recorder and may only record.</summary>
    public bool RecordingOnly { get; private set; }

    /// <summary>Ids of fixed texts that its holder needs at hand.</summary>
    public IReadOnlyList<string> Texts { get; private set; } = [];

    /// <summary>When the work was done according to the form, where that lies too far back for one person's word; else null.</summary>
    public DateTimeOffset? UnconfirmedOccurrence { get; private set; }

    /// <summary>Claimed, but another candidate may take it over: its holder's shift has ended, or it has been escalated.</summary>
    public bool Relieved { get; private set; }

    /// <summary>User name of the absent person in whose stead its holder has it (X 代 Y); null where the holder has it in the own right.</summary>
    public string? OnBehalfOf { get; private set; }

    /// <summary>How often it was urged (催办).</summary>
    public int Reminders { get; private set; }

    /// <summary>When it was last urged, or null.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>The task that this one was added to (加签); null for a task of the process.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>When an added task has its turn; null for a task of the process.</summary>
    public SignerPosition? Signing { get; private set; }

    /// <summary>User names of who has the say after it is completed, before the process goes on.</summary>
    public IReadOnlyList<string> LaterSigners { get; private set; } = [];

    /// <summary>What was asked for its clock, oldest first; null while nobody has asked.</summary>
    public Confidential<IReadOnlyList<ClockRequest>>? ClockRequests { get; private set; }

    /// <summary>Counts up with every change: two people who act at once cannot both win.</summary>
    public int Revision { get; private set; }

    /// <summary>True while it is neither completed nor cancelled.</summary>
    public bool IsActive => State is TaskState.Open or TaskState.Claimed;

    internal static HumanTask Open(
        Guid caseId, string organisation, int ordinal, TaskSpec spec, IEnumerable<string> accused, bool confidential, DateTimeOffset now) => new()
    {
        Id = OrderedId.New(now),
        CaseId = caseId,
        Organisation = organisation,
        Ordinal = ordinal,
        Step = spec.Step,
        Title = spec.Title,
        State = TaskState.Open,
        Candidates = [.. spec.Candidates.Distinct()],
        Recorders = [.. spec.Outcomes.SelectMany(o => o.RecordedBy ?? []).Distinct()],
        Excluded = [.. (spec.Excluded ?? []).Concat(accused).Distinct()],
        Outcomes = spec.Outcomes,
        Form = spec.Form,
        RuleId = spec.RuleId,
        DueAt = spec.DueAt,
        OpenedAt = now,
        // A clock that began before the task opened began with the work, not with our paper.
        EarliestOccurrence = spec.EarliestOccurrence ?? now,
        BookmarkId = spec.BookmarkId,
        NodePath = spec.NodePath,
        CaseAccess = spec.CaseAccess,
        Texts = spec.Texts ?? [],
        ParentId = spec.ParentId,
        Signing = spec.Signing,
        Handovers = new([], confidential),
    };

    /// <summary>True when the person belongs to those the task is meant for and is not excluded, whatever its state.</summary>
    public bool IsCandidate(StaffMember who, IReadOnlySet<string> keys) => Entitles(Candidates, who, keys);

    /// <summary>True when the person may claim it only to record an answer.</summary>
    public bool IsRecorder(StaffMember who, IReadOnlySet<string> keys) => !IsCandidate(who, keys) && Entitles(Recorders, who, keys);

    /// <summary>True when <see cref="Claim"/> would succeed now.</summary>
    /// <param name="standIns">Absent people in whose stead the person acts; null for none.</param>
    public bool CanClaim(StaffMember who, IReadOnlySet<string> keys, IReadOnlyList<StandIn>? standIns = null) =>
        RefuseClaim(who, keys) is null || StandInFor(who, standIns) is not null;

    /// <summary>True when it belongs in the person's list of available tasks: recorders find it through the case only.</summary>
    public bool IsAvailableTo(StaffMember who, IReadOnlySet<string> keys) => (State == TaskState.Open || (Relieved && IsActive && Assignee != who.UserName)) && IsCandidate(who, keys);

    /// <summary>Takes the task, also from a holder who was relieved of it, or in the stead of an absent person who could take it or holds it.</summary>
    /// <param name="standIns">Absent people in whose stead the person acts; null for none.</param>
    public Result<Done> Claim(StaffMember who, IReadOnlySet<string> keys, IReadOnlyList<StandIn>? standIns = null)
    {
        var refusal = RefuseClaim(who, keys);
        var absent = refusal is null && IsCandidate(who, keys) ? null : StandInFor(who, standIns);
        if (refusal is not null && absent is null)
            return refusal;
        // An opinion that the absent person was asked for still goes back to who asked.
        if (absent is null || Assignee != absent.UserName)
            Owner = null;
        Assignee = who.UserName;
        OnBehalfOf = absent?.UserName;
        State = TaskState.Claimed;
        Relieved = false;
        RecordingOnly = absent is null && !IsCandidate(who, keys);
        Revision++;
        return new Done();
    }

    /// <summary>Gives the task back to all candidates. A delegate returns it to the owner instead.</summary>
    public Result<Done> Release(string userName)
    {
        if (RefuseUnlessHeldBy(userName) is { } refusal)
            return refusal;
        if (Owner is not null)
            return new TaskDelegated();
        LetGo();
        return new Done();
    }

    /// <summary>Completes the task, or returns a delegate's opinion to the owner.</summary>
    /// <remarks>Refusals: ended, not claimed, held by another, unknown outcome, missing reason, invalid form or time.</remarks>
    public Result<TaskProgress> Complete(StaffMember who, IReadOnlySet<string> keys, TaskSubmission submission, DateTimeOffset now)
    {
        if (RefuseUnlessHeldBy(who.UserName) is { } refusal)
            return refusal;
        if (Excluded.Contains(who.UserName))
            return new TaskPersonExcluded();
        var checkedSubmission = SubmissionCheck.Check(this, submission, keys, now);
        if (checkedSubmission.IsRefused)
            return checkedSubmission.Refusal;
        var (outcome, answer, occurredAt, unconfirmed) = checkedSubmission.Value;
        if (Owner is { } owner)
        {
            HandBack(owner, outcome, answer, now);
            return TaskProgress.ReturnedToOwner;
        }

        State = TaskState.Completed;
        Outcome = outcome;
        Answer = new(answer, Handovers.Sealed);
        OccurredAt = occurredAt;
        UnconfirmedOccurrence = unconfirmed;
        CompletedAt = now;
        CompletedBy = who.UserName;
        Revision++;
        return TaskProgress.Completed;
    }

    /// <summary>Lets the next candidate take the task over; whoever holds it may still finish it.</summary>
    /// <returns>True when somebody held it and had not been relieved before.</returns>
    public bool Relieve()
    {
        if (State != TaskState.Claimed || Relieved)
            return false;
        Relieved = true;
        Revision++;
        return true;
    }

    /// <summary>升级: more people may take the task, also from its holder.</summary>
    /// <param name="candidates">Keys to add.</param>
    /// <returns>False when it has ended or they are candidates already.</returns>
    public bool Escalate(IReadOnlyCollection<string> candidates)
    {
        if (!IsActive || candidates.All(Candidates.Contains))
            return false;
        Candidates = [.. Candidates.Union(candidates)];
        Relieved = State == TaskState.Claimed;
        Revision++;
        return true;
    }

    /// <summary>Ends a task that is not needed any more; one that ended before stays as it is.</summary>
    /// <returns>True when it was active.</returns>
    public bool Cancel(DateTimeOffset now)
    {
        if (!IsActive)
            return false;
        State = TaskState.Cancelled;
        CompletedAt = now;
        Revision++;
        return true;
    }

    /// <summary>Moves the due time with its clock.</summary>
    public void Reschedule(DateTimeOffset? dueAt)
    {
        if (DueAt == dueAt)
            return;
        DueAt = dueAt;
        Revision++;
    }

    /// <summary>Its clock goes on under another article.</summary>
    internal void FollowRule(string ruleId)
    {
        RuleId = ruleId;
        Revision++;
    }

    /// <summary>Shuts people out of an active task, also from one that they hold or own.</summary>
    internal void Exclude(IReadOnlyCollection<string> userNames, DateTimeOffset now)
    {
        if (!IsActive || userNames.All(Excluded.Contains))
            return;
        Excluded = [.. Excluded.Union(userNames)];
        Revision++;
        if ((Assignee is { } holder && Excluded.Contains(holder)) || (Owner is { } owner && Excluded.Contains(owner)))
        {
            Log(new(TaskHandoverKind.Withdrawal, Assignee ?? "", "", now));
            LetGo();
        }
    }

    private bool Entitles(IReadOnlyList<string> entitled, StaffMember who, IReadOnlySet<string> keys) =>
        who.Organisation == Organisation && !Excluded.Contains(who.UserName) && entitled.Any(keys.Contains);

    private Refusal? RefuseClaim(StaffMember who, IReadOnlySet<string> keys)
    {
        if (Excluded.Contains(who.UserName))
            return new TaskPersonExcluded();
        if (!IsCandidate(who, keys) && !IsRecorder(who, keys))
            return new TaskNotCandidate();
        return State == TaskState.Claimed && !(Relieved && Assignee != who.UserName) ? new TaskAlreadyClaimed() : RefuseEnded();
    }

    private Refusal? RefuseEnded() => State switch
    {
        TaskState.Completed => new TaskAlreadyDone(),
        TaskState.Cancelled => new TaskCancelled(),
        _ => null,
    };

    private Refusal? RefuseUnlessHeldBy(string userName)
    {
        if (RefuseEnded() is { } ended)
            return ended;
        if (Assignee is null)
            return new TaskNotClaimed();
        return Assignee == userName ? null : new TaskNotHeld();
    }

    private void LetGo()
    {
        Assignee = null;
        Owner = null;
        OnBehalfOf = null;
        RecordingOnly = false;
        Relieved = false;
        State = TaskState.Open;
        Revision++;
    }

    private void Log(TaskHandover handover) => Handovers = Handovers with { Value = [.. Handovers.Value, handover] };
}
