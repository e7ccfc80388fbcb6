using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Outages;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>发布停水通告: shown to everybody who registers a call from its area.</summary>
/// <param name="MainCase">Number of the case that calls about it may be merged into; null for none.</param>
[MayRun(Permission.Register, Or = Permission.Supervise)]
public sealed record AnnounceOutage(string? Title, string? Text, string? Area, DateTimeOffset? Begins, DateTimeOffset? ExpectedEnd, string? MainCase) : ICommand<OutageView>;

public sealed class AnnounceOutageHandler(IOutageStore outages, OutageDesk desk, Caller caller, BusinessClock clock) : IRequestHandler<AnnounceOutage, Result<OutageView>>
{
    public async Task<Result<OutageView>> Handle(AnnounceOutage request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var announced = Outage.Announce(
            caller.Member.Organisation, new(request.Title, request.Text, request.Area, request.Begins ?? now, request.ExpectedEnd), caller.Name, now);
        if (announced.IsRefused)
            return announced.Refusal;
        var outage = announced.Value;
        var tied = await desk.TieAsync(outage, request.MainCase, cancellationToken);
        if (tied.IsRefused)
            return tied.Refusal;
        outages.Add(outage);
        desk.Record(outage, "outage.announced");
        return await desk.ShowAsync(outage, cancellationToken);
    }
}
