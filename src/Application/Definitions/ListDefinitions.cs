using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Definitions;

/// <summary>Definitions of the caller's organisation, without their drawings; see <see cref="DefinitionFilter"/>. Moments in the organisation's zone.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record ListDefinitions(
    VersionChoice Versions, IReadOnlyList<string> Ids, IReadOnlyList<string> DefinitionIds, string? Search, DefinitionOrder? OrderBy, bool Descending,
    int Page, int PageSize) : IQuery<Page<DefinitionSummary>>;

public sealed class ListDefinitionsValidator : AbstractValidator<ListDefinitions>
{
    public ListDefinitionsValidator()
    {
        RuleFor(list => list.Page).GreaterThanOrEqualTo(0).WithMessage("页码从 0 开始。");
        RuleFor(list => list.PageSize).InclusiveBetween(1, 1000).WithMessage("每页 1 到 1000 条。");
    }
}

public sealed class ListDefinitionsHandler(IDefinitionStore store, Caller caller) : IRequestHandler<ListDefinitions, Result<Page<DefinitionSummary>>>
{
    public async Task<Result<Page<DefinitionSummary>>> Handle(ListDefinitions request, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            new(caller.Member.Organisation, request.Versions, request.Ids, request.DefinitionIds, request.Search, request.OrderBy, request.Descending, request.Page, request.PageSize),
            cancellationToken);
        var zone = caller.Home.Profile.Identity.Zone;
        return new Page<DefinitionSummary>(
            [.. found.Items.Select(row => row with { CreatedAt = row.CreatedAt.In(zone), SavedAt = row.SavedAt.In(zone), PublishedAt = row.PublishedAt.In(zone) })], found.TotalCount);
    }
}
