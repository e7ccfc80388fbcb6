using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Tasks;

/// <summary>Forgets a saved filter of the caller.</summary>
[MayRun(Permission.Staff)]
public sealed record DeleteFilter(Guid Id) : ICommand<SavedFilterView>;

public sealed class DeleteFilterHandler(ISavedFilterStore filters, Caller caller) : IRequestHandler<DeleteFilter, Result<SavedFilterView>>
{
    public async Task<Result<SavedFilterView>> Handle(DeleteFilter request, CancellationToken cancellationToken)
    {
        var own = await filters.OfAsync(caller.Member.UserName, cancellationToken);
        if (own.FirstOrDefault(known => known.Id == request.Id) is not { } filter)
            return new SavedFilterNotFound();
        filters.Remove(filter);
        return SavedFilterView.Of(filter);
    }
}
