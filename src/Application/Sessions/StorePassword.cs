using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>Writes the caller's new password down, whose old one was just checked.</summary>
/// <param name="Stamp">The account's stamp when it was checked.</param>
[MayRun(Permission.Staff, BeforePasswordChange = true)]
public sealed record StorePassword(string Stamp, string PasswordHash) : ICommand<NewStamp>;

public sealed class StorePasswordHandler(IAccountStore accounts, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<StorePassword, Result<NewStamp>>
{
    public async Task<Result<NewStamp>> Handle(StorePassword request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(caller.Member.UserName, cancellationToken);
        if (account?.Stamp != request.Stamp)
            return new SessionEnded();
        account.ChangePassword(request.PasswordHash);
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "password.changed", $"user:{account.UserName}"));
        return new NewStamp(account.Stamp);
    }
}
