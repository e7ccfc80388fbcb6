using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using MediatR;

namespace Bpm.Application.Complaints;

/// <summary>Whom to call back together with the customer of a case; for those who read that case in full.</summary>
[MayRun(Permission.Staff)]
public sealed record ListMergedCallers(string Number) : IQuery<Page<MergedCaller>>;

public sealed class ListMergedCallersHandler(CaseDesk desk, MergedCases merged, CaseViews views, Caller caller) : IRequestHandler<ListMergedCallers, Result<Page<MergedCaller>>>
{
    public async Task<Result<Page<MergedCaller>>> Handle(ListMergedCallers request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Number, cancellationToken) is not { } main)
            return new CaseNotFound();
        var found = await merged.OfAsync(main, cancellationToken);
        return new Page<MergedCaller>([.. found.Select(Show)], found.Count);
    }

    private MergedCaller Show(Case one)
    {
        var zone = caller.Home.Profile.Identity.Zone;
        // A read of a strictly confidential case is written down where the case is opened.
        var readable = one.Level != Confidentiality.Strict && views.LevelOf(one) == AccessLevel.Full;
        var customer = readable ? one.Details.Value.Customer : null;
        var last = readable && one.FollowUps.Count > 0 ? one.FollowUps[^1] : null;
        return new(
            one.Number, one.ReceivedAt.In(zone), readable, customer?.Anonymous ?? false, customer?.Name, customer?.Phone,
            last?.Result.ToString(), last?.By, last?.At.In(zone), last?.Note.Value);
    }
}
