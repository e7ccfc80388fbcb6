using System.Text.Json;
using Bpm.Engine.Definitions;
using Microsoft.AspNetCore.Http;

namespace Bpm.Studio.Definitions;

/// <summary>Reads what clients send: the text of a definition is taken as it stands, for every property of it must survive.</summary>
internal static class DefinitionBodies
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DefinitionText.MaxDepth + 8 };

    /// <summary>The body as JSON, or what is wrong with it.</summary>
    public static async Task<(JsonElement Body, string? Fault)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(request.Body, Options, cancellationToken);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (document.RootElement.Clone(), null)
                : (default, "提交的内容应是一个 JSON 对象。");
        }
        catch (JsonException exception)
        {
            return (default, $"提交的内容不是有效的 JSON（第 {exception.LineNumber + 1} 行），没有保存；最近一次保存的草稿不受影响。");
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (default, "提交的内容过大，没有保存；最近一次保存的草稿不受影响。");
        }
    }

    /// <summary>A property that is a list of texts; empty where it is missing.</summary>
    public static IReadOnlyList<string> Texts(JsonElement body, string name) =>
        body.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    /// <summary>A property that is true.</summary>
    public static bool Flag(JsonElement body, string name) => body.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;

    /// <summary>The UTF-8 text of a part of the body.</summary>
    public static byte[] Bytes(JsonElement part) => JsonSerializer.SerializeToUtf8Bytes(part);
}
