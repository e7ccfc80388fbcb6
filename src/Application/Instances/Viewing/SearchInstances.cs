using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>Instances of the caller's organisation.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record SearchInstances(InstanceSearch Search) : IQuery<Page<InstanceSummary>>;

public sealed class SearchInstancesValidator : AbstractValidator<SearchInstances>
{
    public SearchInstancesValidator()
    {
        RuleFor(list => list.Search.Page).InclusiveBetween(0, 1_000_000).WithMessage("页码从 0 开始。");
        RuleFor(list => list.Search.PageSize).InclusiveBetween(1, 500).WithMessage("每页 1 到 500 条。");
        RuleFor(list => list.Search.Text).MaximumLength(200).WithMessage("搜索内容不超过 200 个字。");
    }
}

public sealed class SearchInstancesHandler(IInstanceSearches searches, Caller caller) : IRequestHandler<SearchInstances, Result<Page<InstanceSummary>>>
{
    public async Task<Result<Page<InstanceSummary>>> Handle(SearchInstances request, CancellationToken cancellationToken)
    {
        var found = await searches.FindAsync(caller.Member.Organisation, request.Search, cancellationToken);
        return new Page<InstanceSummary>([.. found.Items.Select(row => row.In(caller.Home.Profile.Identity.Zone))], found.TotalCount);
    }
}
