using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Frame;

/// <summary>Tells browsers what an answer may do: nothing from elsewhere, no script but our files, in no other site's frame.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Shared =
        "default-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; font-src 'self' data:; ";

    private const string Pages = Shared + "script-src 'self'; style-src 'self'";

    // WebAssembly, the styles that Studio's parts set themselves, the workers of its text editor, and the inline scripts (hot keys) of the
    // 3.8.2 editor and viewer by their hashes. Another version of the package has others.
    private const string Studio = Shared
        + "script-src 'self' 'wasm-unsafe-eval' 'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc=' "
        + "'sha256-vu6sQrKXQHR4Yn3FMMihA/9TxxfIXnCxKwvLrTPJ5ts='; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:";

    // Whatever a workflow answers with, it acts in no one's name here: no scripts, and an origin of its own.
    private const string Workflows = "sandbox allow-forms";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.Append("Content-Security-Policy", Policy(context));
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static string Policy(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/workflows") ? Workflows
        : context.GetEndpoint()?.Metadata.GetMetadata<StudioScreenAttribute>() is not null ? Studio
        : Pages;
}
