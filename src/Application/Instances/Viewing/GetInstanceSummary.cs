using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Instances.Viewing;

/// <summary>How one instance stands, from its columns alone: whoever watches asks often.</summary>
[MayRun(Permission.ViewProcesses)]
public sealed record GetInstanceSummary(string InstanceId) : IQuery<InstanceSummary>;

public sealed class GetInstanceSummaryHandler(IInstanceSearches searches, Caller caller) : IRequestHandler<GetInstanceSummary, Result<InstanceSummary>>
{
    public async Task<Result<InstanceSummary>> Handle(GetInstanceSummary request, CancellationToken cancellationToken) =>
        await searches.FindAsync(caller.Member.Organisation, request.InstanceId, cancellationToken) is { } found
            ? found.In(caller.Home.Profile.Identity.Zone)
            : new InstanceNotFound();
}
