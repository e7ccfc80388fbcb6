using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>The history beside the registration form: earlier cases of a customer, before the new one is written down.</summary>
/// <param name="Account">户号.</param>
/// <param name="Category">Cases of this category come first; null where it is not known yet.</param>
[MayRun(Permission.Register)]
public sealed record FindSimilar(string? Phone, string? Address, string? Account, string? Category) : IQuery<Page<SimilarCase>>;

public sealed class FindSimilarHandler(SimilarCases similar) : IRequestHandler<FindSimilar, Result<Page<SimilarCase>>>
{
    public async Task<Result<Page<SimilarCase>>> Handle(FindSimilar request, CancellationToken cancellationToken)
    {
        var found = await similar.OfAsync(ContactKey.Of(request.Phone, request.Address, request.Account), request.Category, cancellationToken);
        return new Page<SimilarCase>(found, found.Count);
    }
}
