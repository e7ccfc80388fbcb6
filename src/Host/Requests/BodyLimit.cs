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

    // A drawing and what Studio sends around it; and an upload of definition files.
    private const long LargestDrawing = 9 * 1024 * 1024;
    private const long LargestUpload = 17 * 1024 * 1024;
    private const string Elsa = "/elsa/api";

    public async Task InvokeAsync(HttpContext context)
    {
        var forWorkflows = context.Request.Path.StartsWithSegments(WorkflowPaths.Prefix);
        var forElsa = context.Request.Path.StartsWithSegments(Elsa);
        var longest = forWorkflows ? settings.RequestLimit : !forElsa ? LargestJson : context.Request.HasFormContentType ? LargestUpload : LargestDrawing;
        if (context.Request.HasFormContentType && !forWorkflows && !forElsa || context.Request.ContentLength <= longest)
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
        // Studio shows the texts of a 400 and breaks down at a 413.
        var problem = forElsa
            ? Problem.Of(400, "BODY-TOO-LARGE", LargeText(longest), new Dictionary<string, string[]> { ["BODY-TOO-LARGE"] = [LargeText(longest)] })
            : forWorkflows ? Problem.Of(413, "BODY-TOO-LARGE", $"提交的内容过大，最多 {longest} 字节，请精简后重新提交。")
            : Problem.OfStatus(StatusCodes.Status413PayloadTooLarge);
        await problem.ExecuteAsync(context);
    }

    private static string LargeText(long longest) => $"文件过大，最多 {longest / 1024 / 1024 - 1} MB，没有保存；最近一次保存的草稿不受影响。请把一部分拆成单独的流程。";
}
