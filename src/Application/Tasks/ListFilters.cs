using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>The caller's saved filters, by name.</summary>
[MayRun(Permission.Staff)]
public sealed record ListFilters : IQuery<Page<SavedFilterView>>;

public sealed class ListFiltersHandler(ISavedFilterStore filters, Caller caller) : IRequestHandler<ListFilters, Result<Page<SavedFilterView>>>
{
    public async Task<Result<Page<SavedFilterView>>> Handle(ListFilters request, CancellationToken cancellationToken)
    {
        var own = await filters.OfAsync(caller.Member.UserName, cancellationToken);
        return new Page<SavedFilterView>([.. own.Select(SavedFilterView.Of)], own.Count);
    }
}
