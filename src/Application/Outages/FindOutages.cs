using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Outages;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>Beside the registration form: the outages that an address may lie in now, the latest first.</summary>
/// <param name="Address">As it was typed so far.</param>
[MayRun(Permission.Register)]
public sealed record FindOutages(string? Address) : IQuery<Page<OutageView>>;

public sealed class FindOutagesHandler(IOutageStore outages, OutageDesk desk, Caller caller, BusinessClock clock) : IRequestHandler<FindOutages, Result<Page<OutageView>>>
{
    // A utility has a handful at once; a storm brings dozens.
    private const int Most = 200;
    private const int MostTold = 10;

    public async Task<Result<Page<OutageView>>> Handle(FindOutages request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Address))
            return new Page<OutageView>([], 0);
        var current = await outages.ListAsync(caller.Member.Organisation, OutageState.Current, clock.GetUtcNow(), 0, Most, cancellationToken);
        var found = current.Items.Where(outage => outage.Covers(request.Address)).ToList();
        return new Page<OutageView>(await desk.ShowAsync([.. found.Take(MostTold)], cancellationToken), found.Count);
    }
}
