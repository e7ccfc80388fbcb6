using Bpm.Application.Access;
using Bpm.Application.Administration.Documents;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>Ends every session of a member of staff: they must sign in again everywhere.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record EndSessions(string UserName) : ICommand<Done>;

public sealed class EndSessionsHandler(IAccountStore accounts, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<EndSessions, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndSessions request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.UserName, cancellationToken) is not { } account || account.Organisation != caller.Member.Organisation)
            return new EntryNotFound("账号", request.UserName);
        account.EndSessions();
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "admin.sessions-ended", $"user:{request.UserName}"));
        return default(Done);
    }
}
