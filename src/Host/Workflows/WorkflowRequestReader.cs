using System.Text;
using System.Text.Json;
using Bpm.Application.Links;
using Bpm.Engine.Expressions;
using Bpm.Host.Problems;
using Bpm.Workflows.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Bpm.Host.Workflows;

/// <summary>Reads a request for a workflow: body within the limit, as JSON, form or text; no credentials.</summary>
/// <param name="limit">Most bytes of a body.</param>
public sealed class WorkflowRequestReader(int limit)
{
    // Variables hold no deeper values, and the request lies two levels deep in them.
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 60 };

    // What proves who the caller is stays out of variables, journals and screens.
    private static readonly string[] Credentials = ["Authorization", "Cookie", "Proxy-Authorization"];

    /// <summary>The request, or the problem document that answers it.</summary>
    public async Task<(HttpRequestData? Data, IResult? Problem)> ReadAsync(HttpRequest request, string path, CancellationToken cancellationToken)
    {
        var form = request.HasFormContentType;
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (form && type!.MediaType.Value!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            return Refuse(415, "BODY-TYPE-UNSUPPORTED", "这里不接收文件和 multipart 内容，请以 JSON、表单（application/x-www-form-urlencoded）或文本提交。");
        if (await BytesAsync(request, cancellationToken) is not { } body)
            return Refuse(413, "BODY-TOO-LARGE", $"提交的内容过大，最多 {limit} 字节，请精简后重新提交。");
        if (body.Length > 0 && !form && !IsText(type))
            return Refuse(415, "BODY-TYPE-UNSUPPORTED", "不支持这种内容类型，请以 JSON、表单（application/x-www-form-urlencoded）或文本提交。");
        object? content;
        try
        {
            content = body.Length == 0 ? null : Content(body, type, form);
        }
        catch (JsonException)
        {
            return Refuse(400, "REQUEST-INVALID", "提交的内容不是有效的 JSON，请检查后重新提交。");
        }

        var query = Values(request.Query.Where(pair => pair.Key != SignedLink.Parameter));
        var headers = Values(request.Headers.Where(header => !Credentials.Contains(header.Key, StringComparer.OrdinalIgnoreCase)));
        return (new(request.Method.ToUpperInvariant(), path, query, headers, type?.MediaType.Value, content, body.Length), null);
    }

    private static (HttpRequestData?, IResult?) Refuse(int status, string code, string detail) => (null, Problem.Of(status, code, detail));

    private async Task<byte[]?> BytesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return null;
        using var body = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(piece, cancellationToken)) > 0;)
        {
            if (body.Length + read > limit)
                return null;
            body.Write(piece, 0, read);
        }

        return body.ToArray();
    }

    private static object? Content(byte[] body, MediaTypeHeaderValue? type, bool form)
    {
        var text = (type?.Encoding ?? Encoding.UTF8).GetString(body).TrimStart('\uFEFF');
        if (form)
            return Values(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(text));
        if (type?.MediaType.Value?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            return text;
        using var document = JsonDocument.Parse(text, Json);
        return JsonValues.Read(document.RootElement);
    }

    private static bool IsText(MediaTypeHeaderValue? type) => type?.MediaType.Value is not { } media
        || media.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || media.Contains("json", StringComparison.OrdinalIgnoreCase)
        || media.EndsWith("xml", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, object?> Values(IEnumerable<KeyValuePair<string, StringValues>> pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => pair.Value.Count > 1 ? (object?)pair.Value.ToList<object?>() : pair.Value.ToString(), StringComparer.Ordinal);
}
