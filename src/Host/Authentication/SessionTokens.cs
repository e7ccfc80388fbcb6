using System.Security.Claims;
using Bpm.Application.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Bpm.Host.Authentication;

/// <summary>Makes and reads the tokens of a session. Lifetimes run on the system clock.</summary>
public sealed class SessionTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider systemClock)
{
    /// <summary>Claim that holds the account's stamp at sign-in.</summary>
    public const string StampClaim = "stamp";

    private BearerTokenOptions Options => options.Get(BearerTokenDefaults.AuthenticationScheme);

    /// <summary>Tokens for a member of staff whose password or refresh token was just checked.</summary>
    public SessionView Issue(SignedIn signedIn)
    {
        var identity = new ClaimsIdentity(BearerTokenDefaults.AuthenticationScheme, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.Name, signedIn.Member.UserName));
        identity.AddClaim(new(StampClaim, signedIn.Stamp));
        var principal = new ClaimsPrincipal(identity);
        return new(
            Options.BearerTokenProtector.Protect(Ticket(principal, Options.BearerTokenExpiration, "AccessToken")),
            (long)Options.BearerTokenExpiration.TotalSeconds,
            Options.RefreshTokenProtector.Protect(Ticket(principal, Options.RefreshTokenExpiration, "RefreshToken")),
            signedIn.Member);
    }

    /// <summary>The user name and stamp inside a refresh token that is still valid; null otherwise.</summary>
    public (string UserName, string Stamp)? ReadRefreshToken(string token)
    {
        var ticket = Options.RefreshTokenProtector.Unprotect(token);
        return ticket?.Properties.ExpiresUtc > systemClock.GetUtcNow() && ticket.Principal.Identity?.Name is { } name
            ? (name, ticket.Principal.FindFirstValue(StampClaim) ?? "")
            : null;
    }

    private AuthenticationTicket Ticket(ClaimsPrincipal principal, TimeSpan lifetime, string purpose) =>
        new(principal, new AuthenticationProperties { ExpiresUtc = systemClock.GetUtcNow() + lifetime }, $"{BearerTokenDefaults.AuthenticationScheme}:{purpose}");
}
