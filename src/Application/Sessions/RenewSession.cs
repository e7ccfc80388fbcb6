using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>Goes on with a session whose refresh token was valid, unless the account's stamp has changed since.</summary>
[MayRun(Permission.Anyone)]
public sealed record RenewSession(string UserName, string Stamp) : IQuery<SignedIn>;

public sealed class RenewSessionHandler(IAccountStore accounts, OrganisationRegistry organisations) : IRequestHandler<RenewSession, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(RenewSession request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(request.UserName, cancellationToken);
        if (account?.Stamp != request.Stamp || organisations.FindMember(request.UserName) is not { } member)
            return new SessionEnded();
        return new SignedIn(account.Stamp, member with { MustChangePassword = account.MustChangePassword });
    }
}
