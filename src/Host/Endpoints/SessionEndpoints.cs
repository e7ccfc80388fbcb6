using Bpm.Application.Sessions;
using Bpm.Host.Authentication;
using Bpm.Host.Problems;
using MediatR;

namespace Bpm.Host.Endpoints;

/// <summary>Signing in.</summary>
public static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        var session = routes.MapGroup("/api/session").WithTags("登录");
        session.MapPost("", SignInAsync).WithSummary("登录，返回访问令牌").Produces<SessionView>();
        session.MapPost("/refresh", RefreshAsync).WithSummary("用刷新令牌换取新的访问令牌").Produces<SessionView>();
        session.MapPost("/password", ChangePasswordAsync).WithSummary("修改本人密码；其他登录随即失效").Produces<SessionView>();
        session.MapGet("", (IMediator mediator, CancellationToken ct) => mediator.Ask(new GetSession(), ct)).WithSummary("当前登录人").Produces<SessionMember>();
    }

    private static Task<IResult> SignInAsync(SignInBody body, IMediator mediator, SessionTokens tokens, CancellationToken cancellationToken) =>
        mediator.Ask(new SignIn(body.UserName ?? "", body.Password ?? ""), signedIn => TypedResults.Ok(tokens.Issue(signedIn)), cancellationToken);

    private static async Task<IResult> RefreshAsync(RefreshBody body, IMediator mediator, SessionTokens tokens, CancellationToken cancellationToken) =>
        tokens.ReadRefreshToken(body.RefreshToken ?? "") is var (userName, stamp)
            ? await mediator.Ask(new RenewSession(userName, stamp), renewed => TypedResults.Ok(tokens.Issue(renewed)), cancellationToken)
            : Problem.Of(new SessionEnded());

    private static Task<IResult> ChangePasswordAsync(PasswordBody body, IMediator mediator, SessionTokens tokens, CancellationToken cancellationToken) =>
        mediator.Ask(
            new ChangePassword(body.Old ?? "", body.New ?? "", body.Again ?? body.New ?? ""), signedIn => TypedResults.Ok(tokens.Issue(signedIn)), cancellationToken);

    /// <summary>Body of a change of the password.</summary>
    public sealed record PasswordBody(string? Old, string? New, string? Again);

    /// <summary>Body of a sign-in.</summary>
    public sealed record SignInBody(string? UserName, string? Password);

    /// <summary>Body of a renewal.</summary>
    public sealed record RefreshBody(string? RefreshToken);
}
