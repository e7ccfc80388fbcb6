using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using Bpm.Domain.Organisation;
using MediatR;

namespace Bpm.Application.Absences;

/// <summary>外出登记: the caller, or by an administrator somebody else, is away for a time and a substitute may take over.</summary>
/// <param name="UserName">Who is away; null for the caller.</param>
/// <param name="Substitute">User name.</param>
[MayRun(Permission.Staff)]
public sealed record SetAbsence(string? UserName, string Substitute, DateTimeOffset From, DateTimeOffset Until) : ICommand<AbsenceView>;

public sealed class SetAbsenceHandler(IAbsenceStore absences, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<SetAbsence, Result<AbsenceView>>
{
    public async Task<Result<AbsenceView>> Handle(SetAbsence request, CancellationToken cancellationToken)
    {
        var who = string.IsNullOrEmpty(request.UserName) ? caller.Member : caller.Home.Staff(request.UserName);
        if (who is null)
            return new AbsenceInvalid("userName", "没有这位人员，请从本单位人员中选择。");
        if (who.UserName != caller.Member.UserName && !caller.Has(Permission.Administer))
            return new NotAllowed();
        var now = clock.GetUtcNow();
        var own = await absences.OfAsync(who.UserName, now, cancellationToken);
        var ofSubstitute = await absences.OfAsync(request.Substitute, now, cancellationToken);
        var entered = Absence.Enter(who, caller.Home.Staff(request.Substitute), request.From, request.Until, own, ofSubstitute, caller.Name, now);
        if (entered.IsRefused)
            return entered.Refusal;
        absences.Add(entered.Value);
        audit.Append(AuditEntry.Record(now, who.Organisation, caller.Name, "absence.set", $"user:{who.UserName}", entered.Value.Substitute));
        return AbsenceView.Of(entered.Value, caller.Home, now);
    }
}
