using Bpm.Host.Problems;
using Bpm.Host.Startup;
using Bpm.Host.Workflows;
using Microsoft.AspNetCore.Http.Features;

namespace Bpm.Host.Requests;

/// <summary>
/// Refuses JSON that no form of the product needs, and what is longer than workflows take under <c>/workflows/</c>. It reads the body to its end first: a client that is still sending when the
/// connection is cut sees a broken pipe instead of the problem document.
/// </summary>
public sealed class BodyLimit(RequestDelegate next, HttpSettings settings)
{
    // A case's texts are at most some 30,000 characters; scans come as attachments.
    private const long LargestJson = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        var forWorkflows = context.Request.Path.StartsWithSegments(WorkflowPaths.Prefix);
        var longest = forWorkflows ? settings.RequestLimit : LargestJson;
        if (context.Request.HasFormContentType && !forWorkflows || context.Request.ContentLength <= longest)
        {
            await next(context);
            return;
        }

        if (context.Request.ContentLength is null)
        {
            // Sent in pieces: the web server counts them and gives up at the limit.
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
                limit.MaxRequestBodySize = longest;
            await next(context);
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        var problem = forWorkflows
            ? Problem.Of(413, "BODY-TOO-LARGE", $"提交的内容过大，最多 {longest} 字节，请精简后重新提交。")
            : Problem.OfStatus(StatusCodes.Status413PayloadTooLarge);
        await problem.ExecuteAsync(context);
    }
}
