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

/// <summary>Stores the hash of a password that an administrator gives, to be changed at the next sign-in; makes the account where there is none.</summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record StorePassword(string UserName, string Hash) : ICommand<Done>;

public sealed class StorePasswordHandler(IAccountStore accounts, IAuditLog audit, Caller caller, BusinessClock clock) : IRequestHandler<StorePassword, Result<Done>>
{
    public async Task<Result<Done>> Handle(StorePassword request, CancellationToken cancellationToken)
    {
        if (caller.Home.Staff(request.UserName) is not { } person)
            return new EntryNotFound("人员", request.UserName);
        if (!person.IsActive)
            return new DocumentRefused([$"“{person.DisplayName}”已停用，不能设置密码；请先恢复在岗。"]);
        if (await accounts.FindAsync(request.UserName, cancellationToken) is { } account)
            account.GivePassword(request.Hash);
        else
            accounts.Add(Given(request.UserName, caller.Member.Organisation, request.Hash));
        audit.Append(AuditEntry.Record(clock.GetUtcNow(), caller.Member.Organisation, caller.Name, "admin.password-reset", $"user:{request.UserName}"));
        return default(Done);
    }

    private static Account Given(string userName, string organisation, string hash)
    {
        var account = new Account(userName, organisation, hash);
        account.GivePassword(hash);
        return account;
    }
}
