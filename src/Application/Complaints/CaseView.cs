using Bpm.Application.Tasks;

namespace Bpm.Application.Complaints;

/// <summary>
/// A case as the outside sees it. For those without access only number, status, time of receipt and one neutral clock are filled;
/// what is null is left out of the JSON. Times carry the organisation's offset.
/// </summary>
public sealed record CaseView
{
    public required string Number { get; init; }

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public required string Status { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required IReadOnlyList<ClockRow> Clocks { get; init; }
    public required IReadOnlyList<TaskView> Tasks { get; init; }

    /// <summary>The opinion released to the caller's task, where the caller sees no more than that.</summary>
    public string? Opinion { get; init; }
    public Guid? Id { get; init; }
    public string? Organisation { get; init; }
    public string? Kind { get; init; }

    /// <summary>True where every reading of the case is written down (B art. 7(2)).</summary>
    public bool? Strict { get; init; }
    public string? Category { get; init; }
    public string? CategoryName { get; init; }
    public string? Channel { get; init; }

    /// <summary>What is being done, in Chinese.</summary>
    public string? Stage { get; init; }
    public string? Ending { get; init; }
    public bool? Founded { get; init; }
    public DateTimeOffset? RegisteredAt { get; init; }
    public string? RegisteredBy { get; init; }
    public string? BackdatingReason { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? QueryCode { get; init; }
    public string? Department { get; init; }
    public CustomerView? Customer { get; init; }
    public string? Target { get; init; }
    public string? Content { get; init; }
    public string? Demand { get; init; }
    public string? Suggestion { get; init; }
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
    public IReadOnlyList<AttachmentView>? Attachments { get; init; }
    public WorkflowView? Workflow { get; init; }
    public IReadOnlyList<ReplyView>? Replies { get; init; }
    public IReadOnlyList<FollowUpView>? FollowUps { get; init; }
    public IReadOnlyList<NoticeView>? Notices { get; init; }
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }
    public IReadOnlyList<LinkView>? Links { get; init; }

    /// <summary>Number of the case that this one was merged into.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What was asked to leave the company, and what came of it.</summary>
    public IReadOnlyList<DisclosureView>? Disclosures { get; init; }

    /// <summary>Who read a strictly confidential case, the latest first (B art. 7(2)); only for those who always read such cases.</summary>
    public IReadOnlyList<ReaderView>? Readers { get; init; }

    /// <summary>Reasons of what people did beside the process.</summary>
    public IReadOnlyList<NoteView>? Notes { get; init; }

    /// <summary>Earlier cases that may be of the same customer; in the answer to a registration only.</summary>
    public IReadOnlyList<SimilarCase>? Similar { get; init; }

    /// <summary>The customer.</summary>
    public sealed record CustomerView(string? Name, string? Phone, string? Address, string? AccountNumber, bool Anonymous);

    /// <summary>The workflow instance that carries the case.</summary>
    /// <param name="Status"><c>Running</c> or <c>Finished</c>.</param>
    /// <param name="Incidents">Steps that failed and wait for somebody to mend them.</param>
    /// <param name="Former">Processes that the case left because it had been registered wrongly.</param>
    public sealed record WorkflowView(
        string DefinitionId, int Version, string InstanceId, string? Status, IReadOnlyList<IncidentView> Incidents, IReadOnlyList<FormerView> Former);

    /// <summary>A process that the case left.</summary>
    public sealed record FormerView(string DefinitionId, int Version, string InstanceId, DateTimeOffset Until);

    /// <summary>A request to give something of the case out of the company.</summary>
    /// <param name="Recipient">Of the decision, where it was granted; else of the request.</param>
    /// <param name="Scope">Likewise.</param>
    /// <param name="State"><c>requested</c>, <c>granted</c>, <c>refused</c>, or <c>lapsed</c> where the case was closed first.</param>
    /// <param name="Comment">What the decider says.</param>
    public sealed record DisclosureView(
        Guid Id, string Recipient, string Scope, string? Reason, string RequestedBy, DateTimeOffset RequestedAt, string State, string? DecidedBy,
        DateTimeOffset? DecidedAt, string? Comment);

    /// <summary>A step that failed.</summary>
    public sealed record IncidentView(string Activity, string Message, DateTimeOffset At);

    /// <summary>One version of what the customer was told.</summary>
    public sealed record ReplyView(Guid Id, int Version, string Kind, string Channel, DateTimeOffset At, string By, string Text);

    /// <summary>One logged call back.</summary>
    public sealed record FollowUpView(int Attempt, string Result, string By, DateTimeOffset At, string? Note);

    /// <summary>A tie to another case.</summary>
    /// <param name="Title">The kind in Chinese.</param>
    /// <param name="Id">By it the history names the tie.</param>
    public sealed record LinkView(Guid Id, string Number, string Kind, string Title, string By, DateTimeOffset At);

    /// <summary>One read of the case.</summary>
    public sealed record ReaderView(string By, DateTimeOffset At);

    /// <summary>Why somebody did something beside the process.</summary>
    /// <param name="Title">The kind in Chinese.</param>
    /// <param name="Subject">What it was about, as codes.</param>
    public sealed record NoteView(string Kind, string Title, string Subject, string By, DateTimeOffset At, string Text);

    /// <summary>Something that happened, from the audit trail.</summary>
    public sealed record TimelineEntry(DateTimeOffset At, string Actor, string Action, string Subject, string Detail);

    /// <summary>An SLA clock.</summary>
    /// <param name="State"><c>running</c>, <c>paused</c>, <c>met</c>, <c>breached</c>, <c>superseded</c> or <c>cancelled</c>.</param>
    public sealed record ClockRow(
        Guid Id, string Rule, string Name, string Kind, int Round, DateTimeOffset StartedAt, DateTimeOffset? DueAt, DateTimeOffset? EndedAt,
        DateTimeOffset? BreachedAt, string State, bool Estimated, bool Target, string? Explanation);
}
