using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Cases of the caller's organisation, newest receipt first. A row shows no more than the case itself would.</summary>
/// <param name="Status"><c>open</c>, <c>closed</c> or null.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 500.</param>
[MayRun(Permission.Staff)]
public sealed record ListComplaints(string? Status, string? Category, string? Channel, string? Number, DateTimeOffset? From, DateTimeOffset? To, int Page, int PageSize)
    : IQuery<Page<ComplaintRow>>;

public sealed class ListComplaintsValidator : AbstractValidator<ListComplaints>
{
    public ListComplaintsValidator()
    {
        RuleFor(request => request.Status).IsEnumName(typeof(CaseStatus), caseSensitive: false).WithMessage("status 应为 open 或 closed。");
        RuleFor(request => request.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 至 500 条。");
    }
}

public sealed class ListComplaintsHandler(ICaseStore cases, CaseViews views, Caller caller) : IRequestHandler<ListComplaints, Result<Page<ComplaintRow>>>
{
    public async Task<Result<Page<ComplaintRow>>> Handle(ListComplaints request, CancellationToken cancellationToken)
    {
        var filter = new CaseFilter(caller.Member.Organisation, request.Page, request.PageSize)
        {
            Status = request.Status is null ? null : Enum.Parse<CaseStatus>(request.Status, ignoreCase: true),
            Category = request.Category,
            Channel = request.Channel,
            Unspoken = [.. UnspokenLevels()],
            Number = request.Number,
            ReceivedFrom = request.From,
            ReceivedBefore = request.To,
        };
        var page = await cases.SearchAsync(filter, cancellationToken);
        return new Page<ComplaintRow>([.. page.Items.Select(views.RowOf)], page.TotalCount);
    }

    // Levels that the caller reads in full only where a task makes it so.
    private IEnumerable<Confidentiality> UnspokenLevels()
    {
        var keys = caller.Home.KeysOf(caller.Member.UserName);
        return caller.Home.Profile.Access.Where(rule => !rule.Value.Departments && !rule.Value.Readers.Any(keys.Contains)).Select(rule => rule.Key);
    }
}
