using System.Text.Json;
using Bpm.Domain.Tasks;

namespace Bpm.Application.Tasks;

/// <summary>A human task as the outside sees it. Times carry the organisation's offset.</summary>
/// <param name="Complaint">The case's number.</param>
/// <param name="State"><c>open</c>, <c>claimed</c>, <c>completed</c> or <c>cancelled</c>.</param>
/// <param name="Owner">Who delegated it and gets it back.</param>
/// <param name="Rule">The article whose clock it is due by.</param>
/// <param name="Texts">Fixed texts of the regulation that its holder needs at hand, word for word.</param>
/// <param name="Opinion">The released opinion, for a task whose holder sees no more of the case.</param>
public sealed record TaskView(
    Guid Id, string Complaint, string Step, string Title, string State, string? Assignee, string? Owner,
    IReadOnlyList<string> Candidates, string? Rule, DateTimeOffset? DueAt, DateTimeOffset OpenedAt, DateTimeOffset? CompletedAt,
    string? CompletedBy, string? Outcome, IReadOnlyList<TaskView.OutcomeView> Outcomes, TaskForm Form,
    IReadOnlyDictionary<string, JsonElement>? Answer, string? Comment, string? Opinion, IReadOnlyList<string> Texts)
{
    /// <summary>User name of the absent person in whose stead the holder has it, or null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Reminders { get; init; }

    /// <summary>When it was last urged, or null.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>What the caller may do with it now: <c>claim</c>, <c>release</c>, <c>complete</c>, <c>transfer</c>, <c>delegate</c>, <c>return</c>, <c>send-back</c>, <c>withdraw</c>, <c>urge</c>, <c>copy</c> …</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Every change of hands, oldest first; empty for who may not read the case.</summary>
    public IReadOnlyList<HandoverView> Handovers { get; init; } = [];

    /// <summary>Who was added to it (加签), in the order of being added; empty for who may not read the case.</summary>
    public IReadOnlyList<SignerView> Signers { get; init; } = [];

    /// <summary>When the regulation alone makes it due, where that differs from the due time; else null.</summary>
    public DateTimeOffset? RegulationDueAt { get; init; }

    /// <summary>Its clock stands still.</summary>
    public bool Paused { get; init; }

    /// <summary>What was asked for its clock, oldest first; empty for who may not read the case.</summary>
    public IReadOnlyList<ClockRequestView> ClockRequests { get; init; } = [];

    /// <summary>A request to change the clock.</summary>
    /// <param name="Kind"><c>extend</c>, <c>pause</c> or <c>resume</c>.</param>
    /// <param name="Granted">Null while nobody has decided.</param>
    public sealed record ClockRequestView(string Kind, DateTimeOffset? Until, string Reason, string By, DateTimeOffset At, bool? Granted, string? DecidedBy);

    /// <summary>Somebody who was added.</summary>
    /// <param name="Position"><c>before</c> or <c>after</c>.</param>
    /// <param name="State"><c>planned</c>, or a task's state.</param>
    /// <param name="TaskId">The added task; null while it is only planned.</param>
    public sealed record SignerView(string To, string Position, string State, Guid? TaskId, string? Outcome, string? Comment, DateTimeOffset? At);

    /// <summary>One change of hands.</summary>
    /// <param name="Kind"><c>transfer</c>, <c>delegation</c>, <c>return</c>, <c>withdrawal</c>, <c>sendBack</c> (to a step) or <c>takeBack</c>.</param>
    /// <param name="Text">The reason or, where an opinion came back, the opinion.</param>
    public sealed record HandoverView(string Kind, string From, string To, DateTimeOffset At, string? Text);

    /// <summary>One way to end the task.</summary>
    public sealed record OutcomeView(string Name, string Title, bool ReasonRequired);

    /// <summary>Shows a task.</summary>
    /// <param name="withAnswer">False leaves out what was written at completion.</param>
    public static TaskView Of(HumanTask task, string number, TimeZoneInfo zone, bool withAnswer, string? opinion = null, IReadOnlyList<string>? texts = null) => new(
        task.Id, number, task.Step, task.Title, task.State.ToString().ToLowerInvariant(), task.Assignee, task.Owner,
        task.Candidates, task.RuleId, task.DueAt.In(zone), task.OpenedAt.In(zone), task.CompletedAt.In(zone),
        task.CompletedBy, task.Outcome, [.. task.Outcomes.Select(outcome => new OutcomeView(outcome.Name, outcome.Title, outcome.ReasonRequired))],
        task.Form, withAnswer ? task.Answer?.Value.Values : null, withAnswer ? task.Answer?.Value.Comment : null, opinion, texts ?? [])
    {
        OnBehalfOf = task.OnBehalfOf,
        Reminders = task.Reminders,
        RemindedAt = task.RemindedAt.In(zone),
        ClockRequests = withAnswer ? [.. (task.ClockRequests?.Value ?? []).Select(request => new ClockRequestView(
            request.Kind.ToString().ToLowerInvariant(), request.Until.In(zone), request.Reason, request.By, request.At.In(zone), request.Granted, request.DecidedBy))] : [],
        Handovers = withAnswer ? [.. task.Handovers.Value.Select(handover => Show(task.Form, handover, zone))] : [],
    };

    private static HandoverView Show(TaskForm form, TaskHandover handover, TimeZoneInfo zone)
    {
        var written = handover.Opinion?.Values.Keys.Select(field => (form.Properties.GetValueOrDefault(field)?.Title ?? field, handover.Opinion.Text(field)))
            .Where(pair => pair.Item2 is not null).Select(pair => $"{pair.Item1}：{pair.Item2}") ?? [];
        string[] texts = [.. new[] { handover.Reason, handover.Opinion?.Comment }.OfType<string>(), .. written];
        var kind = handover.Kind.ToString();
        return new(char.ToLowerInvariant(kind[0]) + kind[1..], handover.From, handover.To, handover.At.In(zone), texts.Length == 0 ? null : string.Join('\n', texts));
    }
}
