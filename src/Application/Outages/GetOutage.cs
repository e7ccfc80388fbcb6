using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>One outage of the caller's organisation.</summary>
[MayRun(Permission.Staff)]
public sealed record GetOutage(Guid Id) : IQuery<OutageView>;

public sealed class GetOutageHandler(OutageDesk desk) : IRequestHandler<GetOutage, Result<OutageView>>
{
    public async Task<Result<OutageView>> Handle(GetOutage request, CancellationToken cancellationToken) =>
        await desk.FindAsync(request.Id, cancellationToken) is { } outage ? await desk.ShowAsync(outage, cancellationToken) : new OutageNotFound();
}
