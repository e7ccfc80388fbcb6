using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Outages;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>Outages of the caller's organisation: planned ones by their begin, others the latest first.</summary>
/// <param name="State"><c>planned</c>, <c>current</c> (where nothing is said) or <c>past</c>.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">1 to 200.</param>
[MayRun(Permission.Staff)]
public sealed record ListOutages(string? State, int Page, int PageSize) : IQuery<Page<OutageView>>;

public sealed class ListOutagesValidator : AbstractValidator<ListOutages>
{
    public ListOutagesValidator()
    {
        RuleFor(request => request.State).IsEnumName(typeof(OutageState), caseSensitive: false).WithMessage("state 应为 planned、current 或 past。");
        RuleFor(request => request.Page).InclusiveBetween(0, 1_000_000).WithMessage("页码从 0 开始。");
        RuleFor(request => request.PageSize).InclusiveBetween(1, 200).WithMessage("每页 1 至 200 条。");
    }
}

public sealed class ListOutagesHandler(IOutageStore outages, OutageDesk desk, Caller caller, BusinessClock clock) : IRequestHandler<ListOutages, Result<Page<OutageView>>>
{
    public async Task<Result<Page<OutageView>>> Handle(ListOutages request, CancellationToken cancellationToken)
    {
        var state = request.State is null ? OutageState.Current : Enum.Parse<OutageState>(request.State, ignoreCase: true);
        var page = await outages.ListAsync(caller.Member.Organisation, state, clock.GetUtcNow(), request.Page, request.PageSize, cancellationToken);
        return new Page<OutageView>(await desk.ShowAsync([.. page.Items], cancellationToken), page.TotalCount);
    }
}
