using Bpm.Application.Access;
using Bpm.Application.Complaints;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Complaints;
using Bpm.Domain.Penalties;
using MediatR;

namespace Bpm.Application.Penalties;

/// <summary>One row of the ledger with its history and its evidence pack. Reading the pack of a strictly confidential case is written down.</summary>
[MayRun(Permission.Staff)]
public sealed record GetPenalty(Guid Id) : IQuery<PenaltyView>;

public sealed class GetPenaltyHandler(PenaltyDesk desk, PenaltyViews views, IMediator mediator) : IRequestHandler<GetPenalty, Result<PenaltyView>>
{
    public async Task<Result<PenaltyView>> Handle(GetPenalty request, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(request.Id, cancellationToken) is not var (penalty, complaint))
            return new PenaltyNotFound();
        var view = views.Whole(penalty, complaint);
        if (view.Pack is not null && complaint.Level == Confidentiality.Strict)
            await mediator.Send(new RecordRead(complaint.Organisation, complaint.Id, complaint.Number), cancellationToken);
        return view;
    }
}
