using Bpm.Application.Access;
using Bpm.Domain;
using Bpm.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bpm.Studio.Watching;

/// <summary>Lets nobody near a hub who may not view processes: not even to negotiate.</summary>
internal static class HubGuard
{
    /// <summary>Puts the question in front of the hub.</summary>
    public static void Guard(this IEndpointConventionBuilder hub) => hub.Add(endpoint =>
    {
        var next = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context => Refuse(context) is { } refusal ? ElsaResults.Of(refusal, isRead: true).ExecuteAsync(context) : next(context);
    });

    private static Refusal? Refuse(HttpContext context)
    {
        var caller = context.RequestServices.GetRequiredService<Caller>();
        return caller.Staff is null ? new NotSignedIn()
            : caller.MustChangePassword ? new PasswordChangeRequired()
            : caller.Home.Allows(caller.Staff, nameof(Permission.ViewProcesses)) ? null
            : new NotAllowed();
    }
}
