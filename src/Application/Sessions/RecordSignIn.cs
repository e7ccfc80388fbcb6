using Bpm.Application.Access;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>Counts a wrong password, or forgets earlier ones after a right one.</summary>
[MayRun(Permission.Anyone)]
public sealed record RecordSignIn(string UserName, bool Right) : ICommand<Done>;

public sealed class RecordSignInHandler(IAccountStore accounts, TimeProvider systemClock) : IRequestHandler<RecordSignIn, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordSignIn request, CancellationToken cancellationToken)
    {
        var account = await accounts.FindAsync(request.UserName, cancellationToken);
        if (request.Right)
            account?.Succeed();
        else
            account?.Fail(systemClock.GetUtcNow());
        return default(Done);
    }
}
