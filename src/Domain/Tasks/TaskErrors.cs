namespace Bpm.Domain.Tasks;

/// <summary>Somebody holds the task.</summary>
public sealed record TaskAlreadyClaimed()
    : Refusal("TASK-ALREADY-CLAIMED", "该任务已被他人签收，请刷新任务列表。", RefusalKind.Conflict);

/// <summary>The task was completed before.</summary>
public sealed record TaskAlreadyDone()
    : Refusal("TASK-ALREADY-DONE", "该任务已经办结，不能重复办理。", RefusalKind.Conflict);

/// <summary>The task was cancelled: the case went another way or is closed.</summary>
public sealed record TaskCancelled()
    : Refusal("TASK-CANCELLED", "该任务已取消，无需办理。", RefusalKind.Conflict);

/// <summary>The caller is neither candidate nor recorder.</summary>
public sealed record TaskNotCandidate()
    : Refusal("TASK-NOT-CANDIDATE", "您不在该任务的办理人范围内。", RefusalKind.Forbidden);

/// <summary>The person may not have this task, whatever else the person is.</summary>
public sealed record TaskPersonExcluded : Refusal
{
    /// <summary>The caller is excluded.</summary>
    public TaskPersonExcluded()
        : base("TASK-PERSON-EXCLUDED", "您须回避该任务，请由其他人员办理。", RefusalKind.Forbidden)
    {
    }

    /// <summary>The person named in a field is excluded.</summary>
    public TaskPersonExcluded(string field)
        : base("TASK-PERSON-EXCLUDED", "所选人员须回避该任务，请另选他人。", RefusalKind.Forbidden) =>
        Errors = new Dictionary<string, string[]> { [field] = ["所选人员须回避该任务，请另选他人。"] };
}

/// <summary>Nobody holds the task: it has to be claimed first.</summary>
public sealed record TaskNotClaimed()
    : Refusal("TASK-NOT-CLAIMED", "请先签收该任务。", RefusalKind.Conflict);

/// <summary>Somebody else holds the task.</summary>
public sealed record TaskNotHeld()
    : Refusal("TASK-NOT-HELD", "该任务由他人持有，您不能操作。", RefusalKind.Forbidden);

/// <summary>The outcome is none of the task's.</summary>
public sealed record TaskOutcomeUnknown : Refusal
{
    public TaskOutcomeUnknown(IEnumerable<TaskOutcome> valid)
        : base("TASK-OUTCOME-UNKNOWN", "办理结果无效，请从列表中选择。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]>
        {
            ["outcome"] = [$"办理结果无效，可选：{string.Join('、', valid.Select(o => $"{o.Title}（{o.Name}）"))}。"],
        };
}

/// <summary>Whoever claimed the task only to record an answer may not choose this outcome.</summary>
public sealed record TaskOutcomeNotRecordable : Refusal
{
    public TaskOutcomeNotRecordable(string title)
        : base("TASK-OUTCOME-NOT-ALLOWED", "您只能代为登记规定的办理结果。", RefusalKind.Forbidden) =>
        Errors = new Dictionary<string, string[]> { ["outcome"] = [$"您不能选择“{title}”，只能代为登记规定的办理结果。"] };
}

/// <summary>A reason has to be given.</summary>
public sealed record TaskReasonRequired : Refusal
{
    /// <param name="field"><c>comment</c> when completing, <c>reason</c> for the other actions.</param>
    public TaskReasonRequired(string field)
        : base("TASK-REASON-REQUIRED", "请填写理由。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [field] = ["请填写理由。"] };
}

/// <summary>A text beside the form is too long or holds control characters.</summary>
public sealed record TaskTextInvalid : Refusal
{
    public TaskTextInvalid(string field, string message)
        : base("TASK-TEXT-INVALID", message, RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [field] = [message] };
}

/// <summary>The form is not filled in as it must be.</summary>
public sealed record TaskFormInvalid : Refusal
{
    public TaskFormInvalid(IReadOnlyDictionary<string, string[]> errors)
        : base("TASK-FORM-INVALID", "表单填写有误，请按提示修改。", RefusalKind.Invalid) => Errors = errors;
}

/// <summary>The reported time lies in the future.</summary>
public sealed record TaskOccurredInFuture : Refusal
{
    public TaskOccurredInFuture(string title)
        : base("TASK-OCCURRED-IN-FUTURE", $"“{title}”不能晚于当前时间。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [OccurredAtRule.Field] = [Message] };
}

/// <summary>The reported time lies before the work could begin.</summary>
public sealed record TaskOccurredBeforeStart : Refusal
{
    public TaskOccurredBeforeStart(string title)
        : base("TASK-OCCURRED-BEFORE-START", $"“{title}”不能早于任务开始时间。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [OccurredAtRule.Field] = [Message] };
}

/// <summary>The reported time is so old that a second person has to agree, and the reason for it is missing.</summary>
public sealed record TaskOccurredTooEarly : Refusal
{
    public TaskOccurredTooEarly(string title)
        : base("TASK-OCCURRED-TOO-EARLY", $"“{title}”早于当前时间 30 分钟以上，请在备注中说明理由；提交后须由第二人确认。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { [OccurredAtRule.Field] = [Message] };
}

/// <summary>The outcome needs a file, and the case has none.</summary>
public sealed record TaskAttachmentMissing()
    : Refusal("TASK-ATTACHMENT-MISSING", "请先上传附件（如投诉内容扫描件），再办理此步骤。", RefusalKind.Invalid);

/// <summary>The person to hand the task to is unknown or belongs to another organisation.</summary>
public sealed record TaskRecipientUnknown : Refusal
{
    public TaskRecipientUnknown()
        : base("TASK-RECIPIENT-UNKNOWN", "没有这位人员，请从本单位人员中选择。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>The person to hand the task to holds or owns it already.</summary>
public sealed record TaskRecipientIsHolder : Refusal
{
    public TaskRecipientIsHolder()
        : base("TASK-RECIPIENT-IS-HOLDER", "任务已由该人员持有，请另选他人。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>A delegated task only goes back to its owner.</summary>
public sealed record TaskDelegated()
    : Refusal("TASK-DELEGATED", "该任务为委派任务，请填写意见后退还委派人。", RefusalKind.Conflict);

/// <summary>The task was not delegated, so that there is no owner to return it to.</summary>
public sealed record TaskNotDelegated()
    : Refusal("TASK-NOT-DELEGATED", "该任务不是委派任务，无需退还。", RefusalKind.Conflict);

/// <summary>The task was reminded of a short while ago.</summary>
/// <param name="Again">When it is possible again, in the organisation's zone.</param>
public sealed record TaskRemindedRecently(DateTimeOffset Again) : Refusal(
    "TASK-REMINDED-RECENTLY",
    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"该任务刚刚催办过，{Again:MM-dd HH:mm} 以后可再次催办。"),
    RefusalKind.Conflict);

/// <summary>Whoever holds the task wants to be reminded of it.</summary>
public sealed record TaskReminderToOneself()
    : Refusal("TASK-REMINDER-TO-ONESELF", "该任务由您本人办理，请直接办理。", RefusalKind.Conflict);

/// <summary>A person to copy the task to may not read its case.</summary>
public sealed record TaskCopyNotReadable : Refusal
{
    /// <param name="name">Name of the person.</param>
    public TaskCopyNotReadable(string name)
        : base("TASK-COPY-NOT-READABLE", $"本案保密，{name}无权查看，不能抄送，请从抄送人员中去掉。", RefusalKind.Forbidden) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>Nobody, or too many, to copy a task to.</summary>
public sealed record TaskCopyCount : Refusal
{
    /// <param name="most">Most people at once.</param>
    public TaskCopyCount(int most)
        : base("TASK-COPY-COUNT", $"请选择 1 至 {most} 位抄送人员。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>People who were added before the holder have not had their say.</summary>
public sealed record TaskSignersPending()
    : Refusal("TASK-SIGNERS-PENDING", "加签人员尚未办结，请等其办结或先减签。", RefusalKind.Conflict);

/// <summary>Who was added cannot add others.</summary>
public sealed record TaskSignerNested()
    : Refusal("TASK-SIGNER-NESTED", "加签任务不能再加签，请在意见中说明。", RefusalKind.Conflict);

/// <summary>The person was added already.</summary>
public sealed record TaskSignerKnown : Refusal
{
    public TaskSignerKnown()
        : base("TASK-SIGNER-KNOWN", "该人员已经加签，请另选他人。", RefusalKind.Conflict) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>The person was not added, or has begun to act.</summary>
public sealed record TaskSignerNotRemovable : Refusal
{
    public TaskSignerNotRemovable()
        : base("TASK-SIGNER-NOT-REMOVABLE", "没有可以减签的这位人员：未加签，或其已开始办理。", RefusalKind.Conflict) =>
        Errors = new Dictionary<string, string[]> { ["to"] = [Message] };
}

/// <summary>Neither before nor after.</summary>
public sealed record TaskSignerPositionUnknown : Refusal
{
    public TaskSignerPositionUnknown()
        : base("TASK-SIGNER-POSITION-UNKNOWN", "加签位置无效，应为 before（办结前）或 after（办结后）。", RefusalKind.Invalid) =>
        Errors = new Dictionary<string, string[]> { ["position"] = [Message] };
}

/// <summary>Completing it cannot be taken back (any more).</summary>
/// <param name="Why">Chinese, a clause without full stop.</param>
public sealed record TaskNotWithdrawable(string Why)
    : Refusal("TASK-NOT-WITHDRAWABLE", $"不能撤回：{Why}。如需更正，请联系下一步的办理人退回。", RefusalKind.Conflict);

/// <summary>The process cannot go back to the step from here.</summary>
public sealed record TaskStepNotReturnable : Refusal
{
    public TaskStepNotReturnable()
        : base("TASK-STEP-NOT-RETURNABLE", "不能退回到这一步：本案没有办过它，或流程已经离开了它所在的环节。请从可退回的步骤中选择。", RefusalKind.Conflict) =>
        Errors = new Dictionary<string, string[]> { ["toStep"] = [Message] };
}
