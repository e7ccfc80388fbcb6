using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Penalties;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>补填: says who, how much (where an outside rule says it) or which measure; whoever does it does not confirm the row.</summary>
/// <param name="Person">User name; null or empty leaves it.</param>
/// <param name="Amount">CNY; null leaves it.</param>
/// <param name="Disposition">The measure; null or empty leaves it.</param>
[MayRun(Permission.ConfirmPenalties, Or = Permission.ProposePenalties)]
public sealed record CompletePenalty(Guid Id, string? Person, decimal? Amount, string? Disposition, string? Reason) : ICommand<PenaltyView>;

public sealed class CompletePenaltyHandler(PenaltyDesk desk, IPenaltyStore penalties, Caller caller) : IRequestHandler<CompletePenalty, Result<PenaltyView>>
{
    public async Task<Result<PenaltyView>> Handle(CompletePenalty request, CancellationToken cancellationToken)
    {
        var person = string.IsNullOrWhiteSpace(request.Person) ? null : request.Person.Trim();
        var member = person is null ? null : caller.Home.Staff(person);
        if (person is not null && member is null)
            return new PenaltyInvalid("person", "没有这个人员，请重新选择。");
        if (await desk.FindAsync(request.Id, cancellationToken) is not var (row, complaint))
            return new PenaltyNotFound();
        if (person is not null && (await penalties.OfCaseAsync(complaint.Id, cancellationToken)).Any(other =>
            other.Id != row.Id && other.Article == row.Article && other.ClockId == row.ClockId && other.Person == person && other.ClockId is not null))
            return new PenaltyDuplicate();
        return await desk.ActAsync(
            request.Id,
            (penalty, _, now) => penalty.Complete(
                new(person, member?.Department, request.Amount, string.IsNullOrWhiteSpace(request.Disposition) ? null : request.Disposition), request.Reason, caller.Name, now),
            _ => "penalty.completed", cancellationToken);
    }
}
