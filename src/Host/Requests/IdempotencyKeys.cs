using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Host.Problems;
using Bpm.Host.Workflows;

namespace Bpm.Host.Requests;

/// <summary>
/// Hands the <c>Idempotency-Key</c> of a POST, or under <c>/workflows/</c> of any request that may change something, to the pipeline that
/// answers a repeat with the first answer.
/// </summary>
public sealed class IdempotencyKeys(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext context, Caller caller, IdempotencyKey key)
    {
        var given = context.Request.Headers[Header].ToString();
        if (given.Length == 0 || !Counts(context.Request))
        {
            await next(context);
            return;
        }

        if (given.Length > LongestKey)
        {
            await Problem.Of(400, "IDEMPOTENCY-KEY-INVALID", $"Idempotency-Key 不超过 {LongestKey} 个字符。").ExecuteAsync(context);
            return;
        }

        context.Request.EnableBuffering();
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Request.Body.Position = 0;
        key.Set(caller.Name, Route(context.Request), given, body.GetBuffer().AsSpan(0, (int)body.Length));
        await next(context);
    }

    private static bool Counts(HttpRequest request) => HttpMethods.IsPost(request.Method)
        || request.Path.StartsWithSegments(WorkflowPaths.Prefix) && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    // With the query: it may say what is meant, and a link in it says who asks.
    private static string Route(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) ? request.Path + request.QueryString : $"{request.Method} {request.Path}{request.QueryString}";
}
