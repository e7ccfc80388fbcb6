using Bpm.Domain.Clocks;
using Bpm.Domain.FollowUp;
using Bpm.Domain.Notices;
using Bpm.Domain.Organisation;
using Bpm.Domain.Regulations;
using Bpm.Domain.Tasks;

namespace Bpm.Domain.Complaints;

/// <summary>
/// One complaint, consultation or fault report from registration to its end, with everything that happened to it.
/// All moments are business time.
/// </summary>
public sealed partial class Case
{
    /// <summary>Longest reply, in UTF-16 units.</summary>
    public const int MaxReplyLength = 5000;

    private readonly List<SlaClock> _clocks = [];
    private readonly List<HumanTask> _tasks = [];
    private readonly List<Reply> _replies = [];
    private readonly List<FollowUpAttempt> _followUps = [];
    private readonly List<CaseLink> _links = [];
    private readonly List<CaseNote> _notes = [];
    private readonly List<Disclosure> _disclosures = [];
    private readonly List<Attachment> _attachments = [];
    private readonly List<Notice> _notices = [];

    private Case()
    {
    }

    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    /// <summary>Six digits; with the number, a customer may ask for the state.</summary>
    public string QueryCode { get; private set; } = "";

    public string Organisation { get; private set; } = "";

    public ComplaintKind Kind { get; private set; }

    public string Channel { get; private set; } = "";

    public string Category { get; private set; } = "";

    /// <summary>Attributes that the category declares; numbers in invariant form.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; private set; } = new Dictionary<string, string>();

    /// <summary>When the customer's message reached the company; clocks of receipt start here.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public string RegisteredBy { get; private set; } = "";

    /// <summary>Why <see cref="ReceivedAt"/> lies in the past; null when it does not.</summary>
    public string? BackdatingReason => Details.Value.BackdatingReason;

    public CaseStatus Status { get; private set; }

    /// <summary>Code of how it ended; null while open.</summary>
    public string? Ending { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public Confidentiality Level { get; private set; }

    public Confidential<CaseDetails> Details { get; private set; } = null!;

    /// <summary>Whether the complaint was found true; null while nobody has said.</summary>
    public bool? Founded { get; private set; }

    /// <summary>Department that has the case now, or null.</summary>
    public string? Department { get; private set; }

    /// <summary>When <see cref="Department"/> got it; null while no department has it.</summary>
    public DateTimeOffset? HandedOverAt { get; private set; }

    /// <summary>Every department that has or had the case, first to last.</summary>
    public IReadOnlyList<string> Departments { get; private set; } = [];

    /// <summary>User names of the accused: they never see the case nor get anything of it.</summary>
    public IReadOnlyList<string> Accused { get; private set; } = [];

    /// <summary>Department that the finding names, or null.</summary>
    public string? AccusedUnit { get; private set; }

    public string DefinitionId { get; private set; } = "";

    /// <summary>The version that the case runs on, to its end unless it is moved (<see cref="MoveWorkflow"/>); empty until <see cref="BindWorkflow"/>.</summary>
    public string DefinitionVersionId { get; private set; } = "";

    public int DefinitionVersion { get; private set; }

    public string InstanceId { get; private set; } = "";

    /// <summary>Processes that the case left, first to last.</summary>
    public IReadOnlyList<FormerProcess> FormerProcesses { get; private set; } = [];

    /// <summary>All clocks, also ended ones, in the order of starting.</summary>
    public IReadOnlyList<SlaClock> Clocks => _clocks;

    /// <summary>All tasks, also ended ones, in the order of opening.</summary>
    public IReadOnlyList<HumanTask> Tasks => _tasks;

    /// <summary>Every version of what the customer was told, oldest first.</summary>
    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>Every logged call back, oldest first.</summary>
    public IReadOnlyList<FollowUpAttempt> FollowUps => _followUps;

    public IReadOnlyList<CaseLink> Links => _links;

    /// <summary>Why people did what no step of the process asks for, oldest first.</summary>
    public IReadOnlyList<CaseNote> Notes => _notes;

    /// <summary>What was asked to leave the company, oldest first.</summary>
    public IReadOnlyList<Disclosure> Disclosures => _disclosures;

    /// <summary>Files of the case, oldest first.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    public IReadOnlyList<Notice> Notices => _notices;

    /// <summary>True while the case is open.</summary>
    public bool IsOpen => Status == CaseStatus.Open;

    /// <summary>True when texts of the case are encrypted and notices about it neutral.</summary>
    public bool IsConfidential => Level != Confidentiality.Open;

    /// <summary>What rules may ask of the case: codes only.</summary>
    public CaseFacts Facts => new(Kind.Code(), Channel, Category, Attributes);

    /// <summary>What the customer sees: the newest reply to the customer, or null.</summary>
    public Reply? LatestReply => _replies.Where(reply => reply.IsForCustomer).MaxBy(reply => reply.Version);

    /// <summary>Calls without an answer since the customer was last reached.</summary>
    public int UnreachableInARow =>
        _followUps.OrderByDescending(call => call.Attempt).TakeWhile(call => call.Result == FollowUpResult.Unreachable).Count();

    /// <summary>Registers a complaint. Refused with every problem named when it breaks the organisation's rules.</summary>
    public static Result<Case> Register(Registration registration, OrganisationProfile profile, RegistrationStamp stamp)
    {
        var check = new RegistrationCheck(profile).Check(registration, stamp);
        if (check.IsRefused)
            return check.Refusal;
        var passed = check.Value;
        return new Case
        {
            Id = OrderedId.New(stamp.Now),
            Number = stamp.Number,
            QueryCode = stamp.QueryCode,
            Organisation = profile.Identity.Code,
            Kind = passed.Kind,
            Channel = passed.Channel.Code,
            Category = passed.Category.Code,
            Attributes = passed.Attributes,
            ReceivedAt = passed.ReceivedAt,
            RegisteredAt = stamp.Now,
            RegisteredBy = stamp.RegisteredBy,
            Level = passed.Category.Level,
            Details = new(passed.Details, passed.Category.Level != Confidentiality.Open),
            DefinitionId = passed.Kind != ComplaintKind.Fault && passed.Channel.DefinitionId is { } ofChannel ? ofChannel : passed.Category.DefinitionId,
        };
    }

    /// <summary>Ties the case to the workflow instance that runs it.</summary>
    /// <exception cref="InvalidOperationException">The case runs already.</exception>
    public void BindWorkflow(string definitionId, string versionId, int version, string instanceId)
    {
        if (InstanceId.Length > 0)
            throw new InvalidOperationException($"Case {Number} runs instance {InstanceId} already.");
        (DefinitionId, DefinitionVersionId, DefinitionVersion, InstanceId) = (definitionId, versionId, version, instanceId);
    }

    /// <summary>Notes that the instance goes on with another version. One that the case has left changes nothing here.</summary>
    public void MoveWorkflow(string instanceId, string versionId, int version)
    {
        if (InstanceId == instanceId)
            (DefinitionVersionId, DefinitionVersion) = (versionId, version);
    }

    /// <summary>
    /// Opens a task; also after closing, for what outlives the case. The accused are always excluded. Due time and
    /// earliest occurrence come from the running clock of the task's rule unless the specification says them.
    /// </summary>
    public HumanTask OpenTask(TaskSpec spec, DateTimeOffset now)
    {
        if (spec.RuleId is { } rule && RunningClock(rule) is { } clock)
        {
            spec = spec with
            {
                DueAt = spec.DueAt ?? clock.DueAt,
                EarliestOccurrence = spec.EarliestOccurrence ?? clock.StartedAt,
            };
        }

        var task = HumanTask.Open(Id, Organisation, _tasks.Count + 1, spec, Accused, IsConfidential, now);
        _tasks.Add(task);
        return task;
    }

    /// <summary>Completes a task of the case; refused where the outcome needs a file that the case does not have yet.</summary>
    public Result<TaskProgress> CompleteTask(HumanTask task, StaffMember who, IReadOnlySet<string> keys, TaskSubmission submission, DateTimeOffset now)
    {
        if (_attachments.Count == 0 && task.IsActive && submission.Outcome is { } outcome && task.Form.AttachmentFor?.Contains(outcome) == true)
            return new TaskAttachmentMissing();
        if (task.IsActive && task.Assignee == who.UserName && task.Owner is null && SignersOf(task).Any(signer => signer.IsActive))
            return new TaskSignersPending();
        var progress = task.Complete(who, keys, submission, now);
        if (!progress.IsRefused && progress.Value == TaskProgress.Completed)
        {
            foreach (var userName in task.LaterSigners)
                OpenTask(task.SignerSpec(userName, SignerPosition.After), now);
        }

        return progress;
    }

    /// <summary>The task with an id, or null.</summary>
    public HumanTask? Task(Guid id) => _tasks.Find(task => task.Id == id);

    /// <summary>The task of a step that was completed last, or null.</summary>
    public HumanTask? LastCompleted(string step) =>
        _tasks.Where(task => task.Step == step && task.State == TaskState.Completed).MaxBy(task => (task.CompletedAt, task.Ordinal));

    /// <summary>How often a step ended with an outcome.</summary>
    public int CountOutcome(string step, string outcome) =>
        _tasks.Count(task => task.Step == step && task.State == TaskState.Completed && task.Outcome == outcome);

    /// <summary>User names of everybody who completed a task of a step.</summary>
    public IReadOnlyList<string> DoersOf(string step) =>
        [.. _tasks.Where(task => task.Step == step && task.State == TaskState.Completed).Select(task => task.CompletedBy!).Distinct()];

    /// <summary>Writes a new version of the reply to the customer.</summary>
    public Result<Reply> AddReply(string kind, string? text, string by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new ReplyTextInvalid("请填写答复内容。");
        if (text.Length > MaxReplyLength)
            return new ReplyTextInvalid($"答复内容最多 {MaxReplyLength} 个字符。");
        if (TextRules.HasControlCharacters(text))
            return new ReplyTextInvalid("答复内容含有不可见的控制字符，请删除后重试。");
        var reply = Reply.Write(this, _replies.Count + 1, kind, text.Trim(), by, now);
        _replies.Add(reply);
        return reply;
    }

    /// <summary>The newest opinion released inside the company, or null.</summary>
    public Reply? ReleasedOpinion() => _replies.Where(reply => !reply.IsForCustomer).MaxBy(reply => reply.Version);

    /// <summary>Logs a call back.</summary>
    /// <param name="note">What the customer said, or null.</param>
    public FollowUpAttempt RecordFollowUp(FollowUpResult result, string by, string? note, DateTimeOffset now)
    {
        var attempt = FollowUpAttempt.Log(Id, _followUps.Count + 1, result, by, now, new(note, IsConfidential));
        _followUps.Add(attempt);
        return attempt;
    }

    /// <summary>
    /// Gives the case to a department; the moment is the start of the department's clocks. Clocks that still run over the duty of the
    /// department before, and whose work nobody has in hand, pass to it with the same due time: sending back stops no clock.
    /// </summary>
    public Result<Done> HandOver(string department, DateTimeOffset now)
    {
        if (!IsOpen)
            return new CaseClosed();
        foreach (var clock in _clocks.Where(clock => !clock.IsEnded && clock.Department == Department && Department is not null))
        {
            if (!_tasks.Exists(task => task.IsActive && task.RuleId == clock.RuleId))
                clock.HandTo(department, now);
        }

        Department = department;
        HandedOverAt = now;
        if (!Departments.Contains(department))
            Departments = [.. Departments, department];
        return new Done();
    }

    /// <summary>Lets another department help: it sees the case and gets clocks of its own, but the case stays where it is.</summary>
    public Result<Done> Involve(string department)
    {
        if (!IsOpen)
            return new CaseClosed();
        if (!Departments.Contains(department))
            Departments = [.. Departments, department];
        return new Done();
    }

    /// <summary>Records whether the complaint is true and who is accused; the accused lose every task of the case.</summary>
    public Result<Done> RecordFinding(bool founded, IReadOnlyCollection<string> accused, string? accusedUnit, DateTimeOffset now)
    {
        if (!IsOpen)
            return new CaseClosed();
        Founded = founded;
        AccusedUnit = accusedUnit ?? AccusedUnit;
        Accused = [.. Accused.Union(accused)];
        foreach (var task in _tasks)
            task.Exclude(Accused, now);
        return new Done();
    }

    /// <summary>Adds a file whose content is stored already; also after closing, for reports that come late.</summary>
    public Result<Attachment> Attach(AttachmentUpload upload, string by, DateTimeOffset now)
    {
        if (upload.Name.Length is 0 or > AttachmentType.LongestName || !TextRules.IsOneCleanLine(upload.Name))
            return new AttachmentInvalid($"文件名须为 1 至 {AttachmentType.LongestName} 个字符，且不含控制字符，请改名后重新上传。");
        if (!AttachmentType.TryFind(upload.Name, out var contentType))
            return new AttachmentInvalid($"不支持这种文件，可上传：{AttachmentType.Endings}。");
        if (upload.Size is 0 or > AttachmentType.LargestSize)
            return new AttachmentInvalid($"文件不能为空，也不能超过 {AttachmentType.LargestSize / 1024 / 1024} MB。");
        var attachment = Attachment.Of(this, upload, contentType, by, now);
        _attachments.Add(attachment);
        return attachment;
    }

    /// <summary>Tells somebody something about the case; neutral words where the case is confidential.</summary>
    /// <returns>The notice, or null for an accused person, who is told nothing.</returns>
    public Notice? RaiseNotice(NoticeSpec spec)
    {
        if (Accused.Contains(spec.Recipient))
            return null;
        var notice = Notice.Raise(Id, Organisation, spec, IsConfidential ? NeutralText.Of(spec.Kind, Number) : spec.Text);
        _notices.Add(notice);
        return notice;
    }

    /// <summary>Closes the case: every clock and every task of it ends, and none breaches after that.</summary>
    /// <param name="ending">Code of how it ended.</param>
    /// <param name="founded">Whether it was true; null leaves what was found before.</param>
    /// <param name="why">Chinese, for the explanations of the clocks.</param>
    public Result<Done> Close(string ending, bool? founded, DateTimeOffset now, string why = "案件已办结")
    {
        if (!IsOpen)
            return new CaseClosed();
        Status = CaseStatus.Closed;
        Ending = ending;
        ClosedAt = now;
        Founded = founded ?? Founded;
        foreach (var clock in _clocks.Where(clock => !clock.IsEnded))
            clock.Cancel(now, why);
        foreach (var task in _tasks)
            task.Cancel(now);
        return new Done();
    }

    /// <summary>Wraps a text of this case as its confidentiality asks for.</summary>
    internal Confidential<string> Seal(string text) => new(text, IsConfidential);
}
