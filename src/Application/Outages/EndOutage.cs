using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>The water is back, or a planned outage does not come. Repeated, it changes nothing.</summary>
[MayRun(Permission.Register, Or = Permission.Supervise)]
public sealed record EndOutage(Guid Id) : ICommand<OutageView>;

public sealed class EndOutageHandler(OutageDesk desk, Caller caller, BusinessClock clock) : IRequestHandler<EndOutage, Result<OutageView>>
{
    public async Task<Result<OutageView>> Handle(EndOutage request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Id, cancellationToken) is not { } outage)
            return new OutageNotFound();
        if (outage.End(caller.Name, clock.GetUtcNow()))
            desk.Record(outage, "outage.ended");
        return await desk.ShowAsync(outage, cancellationToken);
    }
}
