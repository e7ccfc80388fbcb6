using Bpm.Engine.Activities;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Http;

/// <summary>
/// Asks an outside system something. The burst only leaves an order (<see cref="HttpOrder"/>); it is sent after the burst is stored, and the
/// activity waits for what became of it.
/// </summary>
public abstract class HttpRequestActivity : Activity
{
    /// <summary>Name of the bookmarks; only the product itself resumes them, by their id.</summary>
    public const string Bookmark = "Elsa.SendHttpRequest";

    private static readonly string[] KnownMethods = ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"];
    private static readonly string[] OwnHeaders = ["Connection", "Content-Length", "Host", "Idempotency-Key", "Transfer-Encoding", "Upgrade", "TE", "Trailer", "Expect"];
    private readonly Input<string> _url, _method;
    private readonly Input<object?> _content, _headers;
    private readonly Input<string?> _contentType, _authorization;
    private readonly Output _statusCode, _parsedContent, _responseHeaders, _result;

    private protected HttpRequestActivity(NodeReader node)
    {
        (_url, _method) = (node.Input("url", ""), node.Input("method", "GET"));
        (_content, _contentType) = (node.Input<object?>("content"), node.Input<string?>("contentType"));
        (_headers, _authorization) = (node.Input<object?>("requestHeaders"), node.Input<string?>("authorization"));
        (_statusCode, _parsedContent) = (node.Output("statusCode"), node.Output("parsedContent"));
        (_responseHeaders, _result) = (node.Output("responseHeaders"), node.Output("result"));
        try
        {
            if (_url.IsConstant) Url(_url.Constant);
            if (_method.IsConstant) Method(_method.Constant);
            if (_headers.IsConstant && _authorization.IsConstant) Headers(_headers.Constant, _authorization.Constant);
        }
        catch (ActivityFaultException e)
        {
            throw node.Error(e.Message);
        }
    }

    /// <summary>Inputs of the designer, in Elsa's order; those of the type itself follow.</summary>
    private protected static InputDescriptor[] Inputs(InputDescriptor own) =>
    [
        new("Url", "Uri", "地址", "完整地址，例如 https://gis.example.com/api/orders；主机须列入系统设置 Http:AllowedHosts。"),
        new("Method", "String", "请求方法") { UIHint = "dropdown", DefaultValue = "GET", UISpecifications = HttpInputs.Options(KnownMethods) },
        new("Content", "Object", "内容", "文本原样发送；对象按内容类型转换。"),
        new("ContentType", "String", "内容类型") { UIHint = "dropdown", UISpecifications = HttpInputs.ContentTypes },
        new("Authorization", "String", "身份凭据", "Authorization 请求头；写 secret:名称 则取系统设置 Http:Secrets:名称，凭据不进入流程。") { IsSensitive = true },
        new("DisableAuthorizationHeaderValidation", "Boolean", "不检查凭据格式", "不起作用：凭据原样发送。") { UIHint = "checkbox" },
        own,
        new("RequestHeaders", "HttpHeaders", "请求头", "JSON 对象；值也可写 secret:名称。") { UIHint = "json-editor", IsSensitive = true },
        new("EnableResiliency", "Boolean", "自动重试", "不起作用：连接失败总是按系统设置重试。") { UIHint = "checkbox" },
    ];

    private protected static OutputDescriptor[] Outputs { get; } =
    [
        new("StatusCode", "Int32", "状态码"),
        new("ParsedContent", "Object", "响应内容", "JSON 的值或文本。"),
        new("ResponseHeaders", "HttpHeaders", "响应头"),
        new("Result", "Object", "整个响应"),
    ];

    public sealed override void Execute(ActivityContext c)
    {
        var (url, method) = (Url(c.Get(_url)), Method(c.Get(_method)));
        var headers = Headers(c.Get(_headers), c.Get(_authorization));
        var content = c.Get(_content);
        // Elsa drops a content that has no type; here it gets the type that fits it.
        var type = content is null ? null : HttpBody.TypeOf(content, c.Get(_contentType));
        var bookmark = c.CreateBookmark(Bookmark, onlyThisRun: true);
        c.State = bookmark.Id;
        c.Leave(new HttpOrder(bookmark.Id, method, url, headers, type, content is null ? null : HttpBody.Write(content, type!)));
    }

    public sealed override void Resume(ActivityContext c, Bookmark bookmark, object? payload)
    {
        var result = HttpResult.Of(payload) ?? throw new ActivityFaultException("HTTP 请求只能由它自己的响应继续。");
        c.State = null;
        if (result.Outcome == HttpOutcome.Refused) throw new ActivityFaultException(result.Problem ?? "系统设置不允许发送这个请求。");
        if (result.Outcome == HttpOutcome.Answered) SetOutputs(c, result);
        Ended(c, result);
    }

    public sealed override void Cancelled(ActivityContext c)
    {
        if (c.State is string bookmark) c.Leave(new HttpOrderWithdrawn(bookmark));
    }

    /// <summary>Goes on: completes, or schedules the child for it. Outputs are set.</summary>
    private protected abstract void Ended(ActivityContext c, HttpResult result);

    private void SetOutputs(ActivityContext c, HttpResult result)
    {
        var headers = result.HeaderValues();
        object? content;
        try { content = HttpBody.Read(result.Body, result.ContentType); }
        catch (FormatException e) { throw new ActivityFaultException("对方的响应" + e.Message, e); }
        c.Set(_statusCode, result.Status);
        c.Set(_parsedContent, content);
        c.Set(_responseHeaders, headers);
        c.Set(_result, new Dictionary<string, object?> { ["statusCode"] = result.Status, ["headers"] = headers, ["content"] = content });
    }

    private static string Url(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
            throw new ActivityFaultException("地址（url）须是以 http:// 或 https:// 开头的完整地址。");
        return url.UserInfo.Length == 0 ? url.AbsoluteUri : throw new ActivityFaultException("地址（url）中不能带用户名和密码，请用“身份凭据”。");
    }

    private static string Method(string text)
    {
        var method = text.Trim().ToUpperInvariant();
        return KnownMethods.Contains(method) ? method : throw new ActivityFaultException($"不支持的请求方法 “{text}”，可用：{string.Join("、", KnownMethods)}。");
    }

    private static Dictionary<string, string[]> Headers(object? given, string? authorization)
    {
        var headers = new Dictionary<string, string[]>(HeaderText.ReadAtRun(given), StringComparer.OrdinalIgnoreCase);
        if (!string.IsNullOrWhiteSpace(authorization)) headers["Authorization"] = [authorization.Trim()];
        foreach (var (name, values) in headers)
        {
            if (!HeaderText.IsName(name) || OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase)) throw new ActivityFaultException($"流程不能设置请求头 “{name}”。");
            // The value itself stays out of the text: it may be a secret.
            if (!values.All(HeaderText.IsValue)) throw new ActivityFaultException($"请求头 “{name}” 的值含有换行、控制字符或非英文字符。");
        }
        return headers;
    }
}
