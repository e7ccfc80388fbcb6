using Bpm.Application.Access;
using Bpm.Application.Idempotency;
using Bpm.Host.Problems;

namespace Bpm.Host.Requests;

/// <summary>Hands the <c>Idempotency-Key</c> of a POST to the pipeline that answers a repeat with the first answer.</summary>
public sealed class IdempotencyKeys(RequestDelegate next)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    public async Task InvokeAsync(HttpContext context, Caller caller, IdempotencyKey key)
    {
        var given = context.Request.Headers[Header].ToString();
        if (!HttpMethods.IsPost(context.Request.Method) || given.Length == 0)
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
        key.Set(caller.Name, context.Request.Path, given, body.GetBuffer().AsSpan(0, (int)body.Length));
        await next(context);
    }
}
