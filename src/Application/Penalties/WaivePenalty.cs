using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Penalties;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>不予处罚, or 撤销 of what was confirmed; with a reason. The row stays in the ledger.</summary>
[MayRun(Permission.ConfirmPenalties)]
public sealed record WaivePenalty(Guid Id, string? Reason) : ICommand<PenaltyView>;

public sealed class WaivePenaltyHandler(PenaltyDesk desk, Caller caller) : IRequestHandler<WaivePenalty, Result<PenaltyView>>
{
    public Task<Result<PenaltyView>> Handle(WaivePenalty request, CancellationToken cancellationToken) => desk.ActAsync(
        request.Id, (penalty, _, now) => penalty.Waive(request.Reason, caller.Name, now),
        penalty => penalty.State == PenaltyState.Waived ? "penalty.waived" : "penalty.reversed", cancellationToken, tells: true);
}
