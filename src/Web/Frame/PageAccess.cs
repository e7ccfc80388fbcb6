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

        if (caller.MustChangePassword && metadata.GetMetadata<ComponentTypeMetadata>()!.Type != typeof(PasswordPage))
        {
            LeadTo(context, PasswordPage.AddressFor(context.Request));
            return Task.CompletedTask;
        }

        var other = metadata.GetMetadata<MayOpenAttribute>()?.Or ?? Permission.Anyone;
        return permission == Permission.Staff || caller.Has(permission) || (other != Permission.Anyone && caller.Has(other))
            ? next(context)
            : StatusDocument.SendAsync(context, StatusCodes.Status403Forbidden);
    }

    private static void AskToSignIn(HttpContext context) => LeadTo(context, ReturnAddress.SignInPage(context.Request));

    // A part of a page that htmx asks for must not become another page: the whole page goes there.
    private static void LeadTo(HttpContext context, string page)
    {
        if (!context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Redirect(page);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers["HX-Redirect"] = page;
    }
}
