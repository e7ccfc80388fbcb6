using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>
/// The same decision on many proposals. No command itself: each row is decided in a transaction of its own, so that one that cannot be decided stops
/// no other.
/// </summary>
/// <param name="Ids">At most <see cref="Most"/>.</param>
/// <param name="Decision"><c>confirm</c> or <c>waive</c>.</param>
/// <param name="Reason">Asked for where they are waived.</param>
[MayRun(Permission.ConfirmPenalties)]
public sealed record DecidePenalties(IReadOnlyList<Guid> Ids, string? Decision, string? Reason) : IQuery<Page<PenaltyResult>>
{
    /// <summary>Most rows of one request.</summary>
    public const int Most = 200;
}

public sealed class DecidePenaltiesValidator : AbstractValidator<DecidePenalties>
{
    public DecidePenaltiesValidator()
    {
        RuleFor(request => request.Ids).NotEmpty().WithMessage("请勾选要办理的处罚建议。")
            .Must(ids => ids is null || ids.Count <= DecidePenalties.Most).WithMessage($"一次最多办理 {DecidePenalties.Most} 条，请分批办理。");
        RuleFor(request => request.Decision).Must(decision => decision is "confirm" or "waive").WithMessage("请选择确认（confirm）或不予处罚（waive）。");
        RuleFor(request => request.Reason).NotEmpty().When(request => request.Decision == "waive").WithMessage("请填写理由。");
    }
}

public sealed class DecidePenaltiesHandler(IMediator mediator) : IRequestHandler<DecidePenalties, Result<Page<PenaltyResult>>>
{
    public async Task<Result<Page<PenaltyResult>>> Handle(DecidePenalties request, CancellationToken cancellationToken)
    {
        var results = new List<PenaltyResult>();
        foreach (var id in request.Ids.Distinct())
        {
            ICommand<PenaltyView> command = request.Decision == "confirm" ? new ConfirmPenalty(id) : new WaivePenalty(id, request.Reason);
            var decided = await mediator.Send(command, cancellationToken);
            // The first command carries the request's key; no other row is touched where the key was used for something else.
            if (decided.Refusal is IdempotencyKeyReused reused)
                return reused;
            results.Add(new(id, !decided.IsRefused, decided.Refusal?.Code, decided.Refusal?.Message));
        }

        return new Page<PenaltyResult>(results, results.Count);
    }
}
