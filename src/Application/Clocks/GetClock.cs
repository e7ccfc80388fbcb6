using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Clocks;

/// <summary>Reads the business clock.</summary>
[MayRun(Permission.Staff)]
public sealed record GetClock : IQuery<ClockView>;

public sealed class GetClockHandler(BusinessClock clock) : IRequestHandler<GetClock, Result<ClockView>>
{
    public Task<Result<ClockView>> Handle(GetClock request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ClockView>>(new ClockView(clock.GetUtcNow(), clock.IsVirtual));
}
