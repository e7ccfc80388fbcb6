using System.Security.Cryptography;
using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Pipeline;
using Bpm.Application.Sessions;
using Bpm.Domain;
using MediatR;

namespace Bpm.Application.Administration.People;

/// <summary>
/// Gives a member of staff a new random password; sessions so far end, a lock is taken off. A query: the slow hash is computed outside the
/// write transaction, and the password is answered once and kept nowhere, not even to replay the answer.
/// </summary>
[MayRun(Permission.ManageOrganisation)]
public sealed record ResetPassword(string UserName) : IQuery<NewPassword>;

/// <summary>A password that is shown once.</summary>
public sealed record NewPassword(string UserName, string Password);

public sealed class ResetPasswordHandler(IPasswordHashing passwords, IMediator mediator, IdempotencyKey key) : IRequestHandler<ResetPassword, Result<NewPassword>>
{
    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    public async Task<Result<NewPassword>> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var password = RandomNumberGenerator.GetString(Alphabet, 14);
        // A repeated request gives another password, which is shown as well: the last one counts.
        key.Use();
        var stored = await mediator.Send(new StorePassword(request.UserName, passwords.Hash(password)), cancellationToken);
        return stored.IsRefused ? stored.Refusal : new NewPassword(request.UserName, password);
    }
}
