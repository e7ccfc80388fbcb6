using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Penalties;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>Decides an appeal, with a reason.</summary>
/// <param name="Decision"><c>uphold</c>: the row stands as before the appeal; <c>reverse</c>: it counts no more.</param>
[MayRun(Permission.ConfirmPenalties)]
public sealed record DecidePenalty(Guid Id, string? Decision, string? Reason) : ICommand<PenaltyView>;

public sealed class DecidePenaltyValidator : AbstractValidator<DecidePenalty>
{
    public DecidePenaltyValidator() =>
        RuleFor(request => request.Decision).Must(decision => decision is "uphold" or "reverse").WithMessage("请选择维持（uphold）或撤销（reverse）。");
}

public sealed class DecidePenaltyHandler(PenaltyDesk desk, Caller caller) : IRequestHandler<DecidePenalty, Result<PenaltyView>>
{
    public Task<Result<PenaltyView>> Handle(DecidePenalty request, CancellationToken cancellationToken) => desk.ActAsync(
        request.Id, (penalty, _, now) => penalty.Decide(request.Decision == "uphold", request.Reason, caller.Name, now),
        penalty => penalty.State == PenaltyState.Reversed ? "penalty.reversed" : "penalty.upheld", cancellationToken, tells: true);
}
