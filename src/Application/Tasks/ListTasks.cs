using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>The caller's task lists.</summary>
/// <param name="Scope"><c>mine</c>, <c>available</c>, <c>started</c>, <c>copied</c> or <c>done</c>.</param>
/// <param name="Complaint">A case number, or null for all.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
[MayRun(Permission.Staff)]
public sealed record ListTasks(string Scope, string? Complaint, int Page, int PageSize) : IQuery<Page<TaskListRow>>;

public sealed class ListTasksValidator : AbstractValidator<ListTasks>
{
    public ListTasksValidator()
    {
        RuleFor(request => request.Scope).IsEnumName(typeof(TaskScope), caseSensitive: false)
            .WithMessage("scope 应为 mine、available、started、copied、done 之一。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 至 500 条。");
    }
}

public sealed class ListTasksHandler(Caller caller, ITaskQueries tasks) : IRequestHandler<ListTasks, Result<Page<TaskListRow>>>
{
    public async Task<Result<Page<TaskListRow>>> Handle(ListTasks request, CancellationToken cancellationToken)
    {
        var member = caller.Member;
        var scope = Enum.Parse<TaskScope>(request.Scope, ignoreCase: true);
        var filter = new TaskFilter(member.Organisation, member.UserName, caller.Home.KeysOf(member.UserName), scope, request.Page, request.PageSize)
        {
            Complaint = request.Complaint,
        };
        var page = await tasks.SearchAsync(filter, cancellationToken);
        var zone = caller.Home.Profile.Identity.Zone;
        return new Page<TaskListRow>([.. page.Items.Select(row => Show(row, zone))], page.TotalCount);
    }

    private static TaskListRow Show(TaskRow row, TimeZoneInfo zone) => new(
        row.Task.Id, row.Number, row.Level == Confidentiality.Strict ? null : row.Category, row.Task.Step, row.Task.Title,
        row.Task.State.ToString().ToLowerInvariant(), row.Task.Assignee, row.Task.DueAt.In(zone), row.Task.OpenedAt.In(zone),
        row.Task.CompletedAt.In(zone), row.Task.Outcome);
}
