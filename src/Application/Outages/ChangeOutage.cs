using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Outages;

/// <summary>Says an outage otherwise: all of it, as it is to stand from now on.</summary>
/// <param name="Begins">Null leaves it.</param>
/// <param name="MainCase">Number of the main case; null for none.</param>
[MayRun(Permission.Register, Or = Permission.Supervise)]
public sealed record ChangeOutage(Guid Id, string? Title, string? Text, string? Area, DateTimeOffset? Begins, DateTimeOffset? ExpectedEnd, string? MainCase) : ICommand<OutageView>;

public sealed class ChangeOutageHandler(OutageDesk desk, Caller caller, BusinessClock clock) : IRequestHandler<ChangeOutage, Result<OutageView>>
{
    public async Task<Result<OutageView>> Handle(ChangeOutage request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Id, cancellationToken) is not { } outage)
            return new OutageNotFound();
        var changed = outage.Change(
            new(request.Title, request.Text, request.Area, request.Begins ?? outage.Begins, request.ExpectedEnd), caller.Name, clock.GetUtcNow());
        if (changed.IsRefused)
            return changed.Refusal;
        var tied = await desk.TieAsync(outage, request.MainCase, cancellationToken);
        if (tied.IsRefused)
            return tied.Refusal;
        desk.Record(outage, "outage.changed");
        return await desk.ShowAsync(outage, cancellationToken);
    }
}
