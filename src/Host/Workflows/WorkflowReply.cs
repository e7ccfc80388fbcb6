using System.Text;
using Bpm.Application.Http;
using Bpm.Host.Problems;
using Bpm.Workflows.Http;
using Microsoft.AspNetCore.Diagnostics;

namespace Bpm.Host.Workflows;

/// <summary>
/// Sends what a workflow answered. Whatever it is, a browser treats it as a stranger's: no script, no forms, no frames, no guessing of types, and
/// the address with its token is told to nobody.
/// </summary>
public sealed class WorkflowReply(HttpAnswer answer) : IResult
{
    public const string InstanceHeader = "X-Workflow-Instance-Id";

    private const string Sandbox =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers[InstanceHeader] = answer.InstanceId;
        headers.ContentSecurityPolicy = Sandbox;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return answer switch
        {
            { Reply: { } reply } => WriteAsync(httpContext, reply),
            { HasIncident: true } => Problem.Of(500, "WORKFLOW-FAULTED", $"流程运行出错，已记入流程实例 {answer.InstanceId} 的异常，请联系系统管理员。").ExecuteAsync(httpContext),
            _ => TypedResults.Accepted((string?)null, new Accepted(answer.InstanceId)).ExecuteAsync(httpContext),
        };
    }

    private static async Task WriteAsync(HttpContext context, HttpReply reply)
    {
        // An empty answer of the workflow is its own, not one to be explained by the product.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, values) in reply.Headers)
            response.Headers[name] = values;
        if (reply.Body is null)
            return;
        response.ContentType = reply.ContentType!.Contains("charset", StringComparison.OrdinalIgnoreCase) ? reply.ContentType : reply.ContentType + "; charset=utf-8";
        var bytes = Encoding.UTF8.GetBytes(reply.Body);
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    /// <summary>Body of the answer where the workflow gave none: it goes on, or is done.</summary>
    public sealed record Accepted(string InstanceId);
}
