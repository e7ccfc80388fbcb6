using Bpm.Application.Access;
using Bpm.Web.SignIn;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Frame;

/// <summary>Lets only those open a page whom it is for: others sign in first, or read that they may not.</summary>
public sealed class PageAccess(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<ComponentTypeMetadata>() is null)
            return next(context);
        var permission = metadata.GetMetadata<MayOpenAttribute>()?.Permission ?? Permission.Staff;
        if (permission == Permission.Anyone)
            return next(context);
        if (caller.Staff is null)
        {
            AskToSignIn(context);
            return Task.CompletedTask;
        }

        var other = metadata.GetMetadata<MayOpenAttribute>()?.Or ?? Permission.Anyone;
        return permission == Permission.Staff || caller.Has(permission) || (other != Permission.Anyone && caller.Has(other))
            ? next(context)
            : StatusDocument.SendAsync(context, StatusCodes.Status403Forbidden);
    }

    // A part of a page that htmx asks for must not become the sign-in page: the whole page goes there.
    private static void AskToSignIn(HttpContext context)
    {
        var page = ReturnAddress.SignInPage(context.Request);
        if (!context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(page);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers["HX-Redirect"] = page;
    }
}
