using System.Security.Claims;
using Bpm.Application.Sessions;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Web.SignIn;

/// <summary>The session of a browser: a cookie that scripts cannot read and other sites cannot send. Its eight hours run on the system clock and begin anew with use.</summary>
public static class SessionCookie
{
    /// <summary>Name of the authentication scheme.</summary>
    public const string Scheme = "Bpm.Cookie";

    /// <summary>Name of the cookie.</summary>
    public const string Name = "bpm.session";

    private const string StampClaim = "stamp";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>Adds the scheme.</summary>
    public static AuthenticationBuilder AddSessionCookie(this AuthenticationBuilder authentication) => authentication.AddCookie(Scheme, options =>
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = true;
        options.Events = new CookieAuthenticationEvents { OnValidatePrincipal = CheckStampAsync };
    });

    /// <summary>Lets a member of staff in whose password was just checked.</summary>
    public static Task OpenAsync(HttpContext context, SignedIn signedIn)
    {
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.Name, signedIn.Member.UserName));
        identity.AddClaim(new(StampClaim, signedIn.Stamp));
        return context.SignInAsync(Scheme, new(identity));
    }

    /// <summary>True where the request's caller is known by the cookie, which browsers send unasked.</summary>
    public static bool Identifies(HttpContext context) => context.User.Identity?.AuthenticationType == Scheme;

    /// <summary>Whom the request's cookie names, once it was found in force; null otherwise.</summary>
    public static SessionMember? MemberOf(HttpContext context) => context.Items[typeof(SessionMember)] as SessionMember;

    private static async Task CheckStampAsync(CookieValidatePrincipalContext context)
    {
        var mediator = context.HttpContext.RequestServices.GetRequiredService<IMediator>();
        var (userName, stamp) = (context.Principal?.Identity?.Name ?? "", context.Principal?.FindFirstValue(StampClaim) ?? "");
        var renewed = await mediator.Send(new RenewSession(userName, stamp), context.HttpContext.RequestAborted);
        if (renewed.IsRefused)
            context.RejectPrincipal();
        else
            context.HttpContext.Items[typeof(SessionMember)] = renewed.Value.Member;
    }
}
