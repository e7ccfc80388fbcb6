using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>确认: a second person confirms a proposal. The third confirmed row of one article and person in its time brings a proposal of its own (A §八.7).</summary>
[MayRun(Permission.ConfirmPenalties)]
public sealed record ConfirmPenalty(Guid Id) : ICommand<PenaltyView>;

public sealed class ConfirmPenaltyHandler(PenaltyDesk desk, PenaltyRepeats repeats, Caller caller) : IRequestHandler<ConfirmPenalty, Result<PenaltyView>>
{
    public async Task<Result<PenaltyView>> Handle(ConfirmPenalty request, CancellationToken cancellationToken)
    {
        var confirmed = await desk.ActAsync(request.Id, (penalty, _, now) => penalty.Confirm(caller.Name, now), _ => "penalty.confirmed", cancellationToken, tells: true);
        if (!confirmed.IsRefused)
            await repeats.FollowAsync(request.Id, cancellationToken);
        return confirmed;
    }
}
