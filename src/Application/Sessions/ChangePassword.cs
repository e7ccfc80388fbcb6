using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Application.Installation;
using Bpm.Application.Pipeline;
using Bpm.Domain;
using FluentValidation;
using MediatR;

namespace Bpm.Application.Sessions;

/// <summary>
/// Changes the caller's own password. Every session of the account ends; the answer opens the caller's anew. A query: the slow hashes are
/// computed outside the write transaction; <see cref="StorePassword"/> writes what came of it.
/// </summary>
/// <param name="Again">The new password once more.</param>
[MayRun(Permission.Staff, BeforePasswordChange = true)]
public sealed record ChangePassword(string Old, string New, string Again) : IQuery<SignedIn>
{
    /// <summary>Fewest characters of a password.</summary>
    public const int ShortestPassword = 8;

    /// <summary>Most characters of a password.</summary>
    public const int LongestPassword = 200;
}

public sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.Old).NotEmpty().WithMessage("请填写原密码。").MaximumLength(ChangePassword.LongestPassword).WithMessage("密码不超过 200 字。");
        RuleFor(request => request.New).MinimumLength(ChangePassword.ShortestPassword).WithMessage($"新密码至少 {ChangePassword.ShortestPassword} 个字符。")
            .MaximumLength(ChangePassword.LongestPassword).WithMessage("密码不超过 200 字。")
            .NotEqual(request => request.Old).When(request => request.Old.Length > 0).WithMessage("新密码不能与原密码相同。");
        RuleFor(request => request.Again).Equal(request => request.New).WithMessage("两次输入的新密码不一致。");
    }
}

public sealed class ChangePasswordHandler(
    IAccountStore accounts, IPasswordHashing passwords, OrganisationRegistry organisations, Caller caller, IMediator mediator, IdempotencyKey key,
    TimeProvider systemClock)
    : IRequestHandler<ChangePassword, Result<SignedIn>>
{
    public async Task<Result<SignedIn>> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var userName = caller.Member.UserName;
        var account = await accounts.FindAsync(userName, cancellationToken) ?? throw new InvalidOperationException($"{userName} is signed in without an account.");
        if (account.IsLocked(systemClock.GetUtcNow()))
            return new AccountLocked();
        if (!passwords.Verify(account.PasswordHash, request.Old))
        {
            // Counted as at the sign-in: a session that was left open is no way to try passwords, nor is one key over many.
            key.Use();
            await mediator.Send(new RecordSignIn(userName, false), cancellationToken);
            return new InvalidRequest("old", "原密码不正确，请重新输入。");
        }

        var stored = await mediator.Send(new StorePassword(account.Stamp, passwords.Hash(request.New)), cancellationToken);
        return stored.IsRefused ? stored.Refusal : new SignedIn(stored.Value.Stamp, organisations.FindMember(userName)!);
    }
}
