using Bpm.Host.Problems;
using Microsoft.AspNetCore.Http.Features;

namespace Bpm.Host.Requests;

/// <summary>
/// Refuses JSON that no form of the product needs. It reads the body to its end first: a client that is still sending when the
/// connection is cut sees a broken pipe instead of the problem document.
/// </summary>
public sealed class BodyLimit(RequestDelegate next)
{
    // A case's texts are at most some 30,000 characters; scans come as attachments.
    private const long LargestJson = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType || context.Request.ContentLength <= LargestJson)
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength is null)
        {
            // Sent in pieces: the web server counts them and gives up at the limit.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = LargestJson;
            await next(context);
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        await Problem.OfStatus(StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
    }
}
