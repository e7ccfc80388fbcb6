using System.Net.Http.Headers;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Http;

/// <summary>A value as the body of a message, and back.</summary>
internal static class HttpBody
{
    /// <summary>Text of a body: texts as they are, forms encoded, everything else as JSON.</summary>
    /// <exception cref="ActivityFaultException">The value cannot be sent as this content type.</exception>
    public static string Write(object content, string contentType)
    {
        if (content is string text) return text;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType is not "application/x-www-form-urlencoded") return JsonValues.Text(content);
        return content is IReadOnlyDictionary<string, object?> fields
            ? string.Join('&', fields.Select(f => $"{Encode(f.Key)}={Encode(f.Value as string ?? (f.Value is null ? "" : JsonValues.Text(f.Value)))}"))
            : throw new ActivityFaultException("表单内容须是一个对象，每个属性是一个字段。");
    }

    /// <summary>The content type to use: the one given, or text for a text and JSON for everything else.</summary>
    /// <exception cref="ActivityFaultException">The one given is none, or is one that cannot be sent.</exception>
    public static string TypeOf(object content, string? given)
    {
        if (string.IsNullOrWhiteSpace(given)) return content is string ? "text/plain" : "application/json";
        if (!HeaderText.IsValue(given) || !MediaTypeHeaderValue.TryParse(given, out var type) || type.MediaType is not { } media || !media.Contains('/', StringComparison.Ordinal))
            throw new ActivityFaultException($"内容类型 “{given}” 无效，例如 application/json。");
        return media.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? throw new ActivityFaultException("不支持 multipart 内容类型。")
            : given.Trim();
    }

    /// <summary>Value of a received text: of JSON its value, else the text.</summary>
    /// <exception cref="FormatException">It says that it is JSON and is not.</exception>
    public static object? Read(string? text, string? contentType)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (contentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true) return text;
        return JsonValues.TryParse(text, out var value) ? value : throw new FormatException("内容标明为 JSON，但不是有效的 JSON。");
    }

    private static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
