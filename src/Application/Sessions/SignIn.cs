using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>
/// Checks a password. A query: the slow hash is computed outside the write transaction; <see cref="RecordSignIn"/> writes what came of it.
/// </summary>
[MayRun(Permission.Anyone)]
public sealed record SignIn(string UserName, string Password) : IQuery<SignedIn>;

public sealed class SignInValidator : AbstractValidator<SignIn>
{
    public SignInValidator()
    {
        RuleFor(request => request.UserName).NotEmpty().WithMessage("请填写用户名。").MaximumLength(100).WithMessage("用户名不超过 100 字。");
        RuleFor(request => request.Password).NotEmpty().WithMessage("请填写密码。").MaximumLength(200).WithMessage("密码不超过 200 字。");
    }
}

public sealed class SignInHandler(
    IAccountStore accounts, IPasswordHashing passwords, OrganisationRegistry organisations, IMediator mediator, IdempotencyKey key, TimeProvider systemClock)
    : IRequestHandler<SignIn, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(SignIn request, CancellationToken cancellationToken)
    {
        // Every try counts: one key over many passwords must not make one try of them.
        key.Use();
        var account = await accounts.FindAsync(request.UserName, cancellationToken);
        if (account is null)
        {
            // The same work as for a known name: the time of the answer tells nothing.
            passwords.Verify(passwords.Decoy, request.Password);
            return new SignInFailed();
        }

        if (account.IsLocked(systemClock.GetUtcNow()))
            return new AccountLocked();
        var right = passwords.Verify(account.PasswordHash, request.Password);
        // Who has left is told the same as who is unknown.
        var member = right ? organisations.FindMember(account.UserName) : null;
        await mediator.Send(new RecordSignIn(account.UserName, right, member is not null), cancellationToken);
        if (member is null)
            return new SignInFailed();
        return new SignedIn(account.Stamp, member with { MustChangePassword = account.MustChangePassword });
    }
}
