using Bpm.Application.Access;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Organisation;
using MediatR;

namespace Bpm.Application.Absences;

/// <summary>Absences that have not ended: the caller's own and those that the caller stands in for; everybody's for an administrator who asks for them.</summary>
[MayRun(Permission.Staff)]
public sealed record ListAbsences(bool Everybody) : IQuery<Page<AbsenceView>>;

public sealed class ListAbsencesHandler(IAbsenceStore absences, Caller caller, BusinessClock clock) : IRequestHandler<ListAbsences, Result<Page<AbsenceView>>>
{
    public async Task<Result<Page<AbsenceView>>> Handle(ListAbsences request, CancellationToken cancellationToken)
    {
        if (request.Everybody && !caller.Has(Permission.Administer))
            return new NotAllowed();
        var now = clock.GetUtcNow();
        var found = request.Everybody
            ? await absences.OfOrganisationAsync(caller.Member.Organisation, now, cancellationToken)
            : await OwnAsync(now, cancellationToken);
        return new Page<AbsenceView>([.. found.Select(absence => AbsenceView.Of(absence, caller.Home, now))], found.Count);
    }

    private async Task<IReadOnlyList<Absence>> OwnAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = await absences.OfAsync(caller.Member.UserName, now, cancellationToken);
        return [.. own, .. await absences.CoveredByAsync(caller.Member.UserName, now, cancellationToken)];
    }
}
