using System.Security.Claims;
using Bpm.Application.Absences;
using Bpm.Application.Access;
using Bpm.Application.Installation;
using Bpm.Application.Sessions;
using Bpm.Host.Authentication;
using Bpm.Web.SignIn;
using MediatR;

namespace Bpm.Host.Requests;

/// <summary>Makes the holder of a valid token the caller of this request's use cases, also in the stead of whom the caller substitutes.</summary>
public sealed class CallerIdentity(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Caller caller, OrganisationRegistry organisations, IMediator mediator, Substitutions substitutions)
    {
        if (context.User.Identity is { IsAuthenticated: true, Name: { } userName } && organisations.FindStaff(userName) is var (staff, directory)
            && await InForceAsync(context, userName, mediator) is { } session)
        {
            caller.Become(staff, directory);
            if (session.MustChangePassword)
                caller.AskForPasswordChange();
            await substitutions.ApplyAsync(caller, context.RequestAborted);
        }

        await next(context);
    }

    // A token outlives the password that it was given for, unless it is asked about. The cookie's own scheme asks.
    private static async Task<SessionMember?> InForceAsync(HttpContext context, string userName, IMediator mediator)
    {
        if (SessionCookie.Identifies(context))
            return SessionCookie.MemberOf(context);
        var renewed = await mediator.Send(new RenewSession(userName, context.User.FindFirstValue(SessionTokens.StampClaim) ?? ""), context.RequestAborted);
        return renewed.IsRefused ? null : renewed.Value.Member;
    }
}
