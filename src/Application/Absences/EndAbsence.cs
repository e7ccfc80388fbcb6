using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Absences;

/// <summary>Ends an absence now; what the substitute has taken stays with the substitute.</summary>
[MayRun(Permission.Staff)]
public sealed record EndAbsence(Guid Id) : ICommand<AbsenceView>;

public sealed class EndAbsenceHandler(IAbsenceStore absences, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<EndAbsence, Result<AbsenceView>>
{
    public async Task<Result<AbsenceView>> Handle(EndAbsence request, CancellationToken cancellationToken)
    {
        var absence = await absences.FindAsync(request.Id, cancellationToken);
        if (absence is null || absence.Organisation != caller.Member.Organisation
            || (absence.UserName != caller.Member.UserName && !caller.Has(Permission.Administer)))
        {
            return new AbsenceNotFound();
        }

        var now = clock.GetUtcNow();
        absence.End(now);
        audit.Append(AuditEntry.Record(now, absence.Organisation, caller.Name, "absence.ended", $"user:{absence.UserName}", absence.Substitute));
        return AbsenceView.Of(absence, caller.Home, now);
    }
}
