using Bpm.Host.Problems;
using Bpm.Web.Frame;
using Bpm.Web.SignIn;

namespace Bpm.Host.Authentication;

/// <summary>Refuses what another site makes a signed-in browser do: a change, or an open connection, by the cookie must come from our own pages.</summary>
public sealed class SameOriginRule(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (IsSafe(context.Request) || !SessionCookie.Identifies(context) || IsOwn(context.Request))
            return next(context);
        return StatusDocument.Suits(context.Request)
            ? StatusDocument.SendAsync(context, StatusCodes.Status403Forbidden)
            : Problem.Of(403, "CROSS-SITE", "这次操作不是从本系统的页面发起的，已拒绝。请在本系统页面内重新操作。").ExecuteAsync(context);
    }

    private static bool IsSafe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) && !request.Headers.ContainsKey("Upgrade");

    private static bool IsOwn(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin) && origin.Authority == request.Host.Value,
        _ => false,
    };
}
