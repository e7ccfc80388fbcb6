namespace Bpm.Workflows.Http;

/// <summary>A request under <c>/workflows/</c> as an endpoint activity gets it: plain values, no secrets of the caller.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">Below <c>/workflows/</c>, decoded, without slashes at its ends.</param>
/// <param name="Query">Text, or a list of texts where a name comes more than once. The link's own parameter is left out.</param>
/// <param name="Headers">As <paramref name="Query"/>; what proves the caller's identity is left out.</param>
/// <param name="ContentType">Media type without parameters, or null without a body.</param>
/// <param name="Content">The body: of JSON its value, of a form a dictionary, else text; null without a body.</param>
/// <param name="Length">Bytes of the body.</param>
public sealed record HttpRequestData(
    string Method, string Path, IReadOnlyDictionary<string, object?> Query, IReadOnlyDictionary<string, object?> Headers,
    string? ContentType, object? Content, long Length)
{
    /// <summary>The request as a value that an instance can keep: what a trigger or bookmark is given, and the output Result.</summary>
    public IReadOnlyDictionary<string, object?> ToValue() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["method"] = Method,
        ["path"] = Path,
        ["query"] = Query,
        ["headers"] = Headers,
        ["contentType"] = ContentType,
        ["content"] = Content,
        ["length"] = Length,
    };

    /// <summary>The request of a value; null where the value is none.</summary>
    internal static HttpRequestData? Of(object? value) =>
        value is IReadOnlyDictionary<string, object?> map && map.GetValueOrDefault("method") is string method && map.GetValueOrDefault("path") is string path
        && map.GetValueOrDefault("query") is IReadOnlyDictionary<string, object?> query
        && map.GetValueOrDefault("headers") is IReadOnlyDictionary<string, object?> headers && map.GetValueOrDefault("length") is long length
            ? new(method, path, query, headers, map.GetValueOrDefault("contentType") as string, map.GetValueOrDefault("content"), length)
            : null;
}
