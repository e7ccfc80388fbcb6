using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Notices;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>The caller's task lists.</summary>
/// <param name="Scope"><c>mine</c>, <c>available</c>, <c>started</c>, <c>copied</c> or <c>done</c>.</param>
/// <param name="Complaint">A case number, or null for all.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
[MayRun(Permission.Staff)]
public sealed record ListTasks(string Scope, string? Complaint, int Page, int PageSize) : IQuery<Page<TaskListRow>>
{
    /// <summary>Longest text of any filter.</summary>
    public const int LongestFilter = 100;

    /// <summary>Most steps of one list.</summary>
    public const int MostSteps = 20;

    /// <summary>Part of a case number, or null.</summary>
    public string? Text { get; init; }

    /// <summary>Step codes; null or empty for all.</summary>
    public IReadOnlyCollection<string>? Steps { get; init; }

    /// <summary>A category code, or null.</summary>
    public string? Category { get; init; }

    /// <summary>Code of the department that has the case, or null.</summary>
    public string? Department { get; init; }

    /// <summary><c>calm</c>, <c>soon</c>, <c>overdue</c>, or null for all.</summary>
    public string? Urgency { get; init; }

    /// <summary><c>due</c>, <c>newest</c> or <c>oldest</c>; null means due.</summary>
    public string? Order { get; init; }
}

public sealed class ListTasksValidator : AbstractValidator<ListTasks>
{
    public ListTasksValidator()
    {
        RuleFor(request => request.Scope).IsEnumName(typeof(TaskScope), caseSensitive: false)
            .WithMessage("scope 应为 mine、available、started、copied、done 之一。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 至 500 条。");
        RuleFor(request => request.Urgency).IsEnumName(typeof(TaskUrgency), caseSensitive: false).When(request => request.Urgency is not null)
            .WithMessage("urgency 应为 calm、soon、overdue 之一。");
        RuleFor(request => request.Order).IsEnumName(typeof(TaskOrder), caseSensitive: false).When(request => request.Order is not null)
            .WithMessage("order 应为 due、newest、oldest 之一。");
        RuleFor(request => request.Steps).Must(steps => steps is null || steps.Count <= ListTasks.MostSteps).WithMessage($"一次最多选 {ListTasks.MostSteps} 个步骤。");
        RuleFor(request => request.Text).MaximumLength(ListTasks.LongestFilter).WithMessage("查找内容过长。");
    }
}

public sealed class ListTasksHandler(Caller caller, ITaskQueries tasks, ICaseStore cases, CaseViews views, BusinessClock clock) : IRequestHandler<ListTasks, Result<Page<TaskListRow>>>
{
    public async Task<Result<Page<TaskListRow>>> Handle(ListTasks request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var scope = Enum.Parse<TaskScope>(request.Scope, ignoreCase: true);
        var filter = TaskFilters.Of(caller, scope, request.Page, request.PageSize) with
        {
            Complaint = Given(request.Complaint),
            Text = Given(request.Text),
            Steps = [.. (request.Steps ?? []).Select(Given).OfType<string>().Distinct()],
            Category = Given(request.Category),
            Department = Given(request.Department),
            Urgency = request.Urgency is { } urgency ? Enum.Parse<TaskUrgency>(urgency, ignoreCase: true) : null,
            Order = request.Order is { } order ? Enum.Parse<TaskOrder>(order, ignoreCase: true) : TaskOrder.Due,
            Now = now,
        };
        var page = await tasks.SearchAsync(filter, cancellationToken);
        var hidden = await HiddenAsync(scope, page.Items, cancellationToken);
        return new Page<TaskListRow>([.. page.Items.Select(row => hidden.Contains(row.Task.Id) ? Neutral(row) : Show(row, now))], page.TotalCount);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // Who registered a case or got a copy of it need not be somebody who may know today how far it is.
    private async Task<HashSet<Guid>> HiddenAsync(TaskScope scope, IReadOnlyList<TaskRow> rows, CancellationToken cancellationToken)
    {
        if (scope is not (TaskScope.Started or TaskScope.Copied))
            return [];
        var confidential = rows.Where(row => row.Level != Confidentiality.Open).ToList();
        if (confidential.Count == 0)
            return [];
        var known = (await cases.PeekAsync([.. confidential.Select(row => row.Task.CaseId).Distinct()], cancellationToken)).ToDictionary(found => found.Id);
        return [.. confidential.Where(row => known.GetValueOrDefault(row.Task.CaseId) is not { } its || !views.Shows(its, row.Task)).Select(row => row.Task.Id)];
    }

    private TaskListRow Neutral(TaskRow row)
    {
        var zone = caller.Home.Profile.Identity.Zone;
        return new(row.Task.Id, row.Number, null, "", NeutralText.ClockName, row.Task.IsActive ? "open" : "completed", null, null, row.Task.OpenedAt.In(zone), null, null) { Readable = false };
    }

    private TaskListRow Show(TaskRow row, DateTimeOffset now)
    {
        var (task, home, zone) = (row.Task, caller.Home, caller.Home.Profile.Identity.Zone);
        var category = row.Level == Confidentiality.Strict ? null : row.Category;
        return new(
            task.Id, row.Number, category, task.Step, task.Title, task.State.ToString().ToLowerInvariant(), task.Assignee, task.DueAt.In(zone),
            task.OpenedAt.In(zone), task.CompletedAt.In(zone), task.Outcome)
        {
            CategoryName = category is null ? null : home.Profile.Categories.GetValueOrDefault(category)?.Name ?? home.Profile.Duties.GetValueOrDefault(category)?.Name,
            HolderName = task.Assignee is { } holder ? home.DisplayName(holder) : null,
            OnBehalfOf = task.OnBehalfOf is { } absent ? home.DisplayName(absent) : null,
            OutcomeTitle = task.Outcomes.FirstOrDefault(outcome => outcome.Name == task.Outcome)?.Title,
            Urgency = task is { IsActive: true, DueAt: { } due } ? UrgencyOf(due, now).ToString().ToLowerInvariant() : null,
            Reminders = task.Reminders,
        };
    }

    private static TaskUrgency UrgencyOf(DateTimeOffset due, DateTimeOffset now) =>
        due < now ? TaskUrgency.Overdue : due - now <= TaskFilter.SoonWithin ? TaskUrgency.Soon : TaskUrgency.Calm;
}
