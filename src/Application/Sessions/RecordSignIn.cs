using Bpm.Application.Access;
using Bpm.Application.Audit;
using Bpm.Application.Clocks;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using Bpm.Domain.Audit;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>Counts a wrong password, or forgets earlier ones after a right one. A sign-in, let in or not, is written down.</summary>
/// <param name="Right">The password was right.</param>
/// <param name="LetIn">Whether it led to a session; null where none was asked for.</param>
[MayRun(Permission.Anyone)]
public sealed record RecordSignIn(string UserName, bool Right, bool? LetIn = null) : ICommand<Done>;

public sealed class RecordSignInHandler(IAccountStore accounts, IAuditLog audit, BusinessClock clock, TimeProvider systemClock) : IRequestHandler<RecordSignIn, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordSignIn request, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(request.UserName, cancellationToken) is not { } account)
            return default(Done);
        if (request.Right)
            account.Succeed();
        else
            account.Fail(systemClock.GetUtcNow());
        if (request.LetIn is { } letIn)
        {
            audit.Append(AuditEntry.Record(
                clock.GetUtcNow(), account.Organisation, account.UserName, letIn ? "session.opened" : "session.failed", $"user:{account.UserName}"));
        }

        return default(Done);
    }
}
