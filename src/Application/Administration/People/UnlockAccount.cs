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

/// <summary>Lets somebody try again who entered too many wrong passwords.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record UnlockAccount(string UserName) : ICommand<Done>;

public sealed class UnlockAccountHandler(IAccountStore accounts, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<UnlockAccount, Result<Done>>
{
    public async Task<Result<Done>> Handle(UnlockAccount request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.UserName, cancellationToken) is not { } account || account.Organisation != caller.Member.Organisation)
            return new EntryNotFound("账号", request.UserName);
        account.Succeed();
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "admin.account-unlocked", $"user:{request.UserName}"));
        return default(Done);
    }
}
