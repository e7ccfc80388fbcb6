using Bpm.Host.Workflows;
using Bpm.Studio.Watching;
using Bpm.Web.SignIn;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace Bpm.Host.Authentication;

/// <summary>Who a request comes from: the bearer of a token where it carries one, else whom the browser's cookie names.</summary>
public static class SessionScheme
{
    private const string Name = "Bpm";

    /// <summary>Adds both ways and the choice between them.</summary>
    public static void AddSessions(this IServiceCollection services) => services.AddAuthentication(Name)
        .AddPolicyScheme(Name, null, options => options.ForwardDefaultSelector = Choose)
        .AddBearerToken(options =>
        {
            options.BearerTokenExpiration = TimeSpan.FromHours(8);
            options.RefreshTokenExpiration = TimeSpan.FromDays(14);
            options.Events.OnMessageReceived = message =>
            {
                message.Token = TokenOfHub(message.Request);
                return Task.CompletedTask;
            };
        })
        .AddSessionCookie();

    // Workflows' addresses are called by other systems; a cookie there would let any page that leads to one act in somebody's name.
    private static string Choose(HttpContext context) =>
        context.Request.Headers.ContainsKey("Authorization") || TokenOfHub(context.Request) is not null || context.Request.Path.StartsWithSegments(WorkflowPaths.Prefix)
            ? BearerTokenDefaults.AuthenticationScheme
            : SessionCookie.Scheme;

    // A browser's socket has no headers of its own: SignalR gives the token in the query. Nowhere else, for addresses are written down in many places.
    private static string? TokenOfHub(HttpRequest request) =>
        request.Path.StartsWithSegments(WorkflowInstanceHub.Path) && request.Query["access_token"].ToString() is { Length: > 0 } token ? token : null;
}
