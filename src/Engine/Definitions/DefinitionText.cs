using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Bpm.Engine.Definitions;

/// <summary>The checks on a definition's text that come before any meaning: size, depth, JSON at all, one property of a name per object.</summary>
public static class DefinitionText
{
    /// <summary>Largest file accepted, in bytes (16 MB).</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of JSON accepted. About 80 activities inside one another.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the text. The element returned stands on its own and is never disposed.</summary>
    /// <exception cref="InvalidDefinitionException">The text is too large, too deep, or no JSON object.</exception>
    public static JsonElement Read(ReadOnlyMemory<byte> utf8Json)
    {
        if (utf8Json.Length > MaxBytes)
            throw new InvalidDefinitionException("", null, $"文件过大：{utf8Json.Length / 1024 / 1024} MB，流程定义最大 16 MB。");
        if (utf8Json.Span.StartsWith("\uFEFF"u8))
            utf8Json = utf8Json[3..];
        if (!Utf8.IsValid(utf8Json.Span))
            throw NotUtf8();
        CheckTokens(utf8Json.Span);
        try
        {
            using var document = JsonDocument.Parse(utf8Json, Options);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new InvalidDefinitionException("", null, "不是 Elsa 流程定义：文件的内容应是一个 JSON 对象。");
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException("", null, NotJson(e));
        }
    }

    private static string NotJson(JsonException e) =>
        $"不是有效的 JSON（第 {e.LineNumber + 1} 行第 {e.BytePositionInLine + 1} 字节），请检查文件是否完整。{e.Message}";

    private static InvalidDefinitionException NotUtf8() => new("", null, "文件的文字不是有效的 UTF-8，请用 UTF-8 编码重新保存。");

    private static void CheckTokens(ReadOnlySpan<byte> json)
    {
        // A depth of its own, so that "too deep" is told apart from "no JSON".
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1_000_000 });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth > MaxDepth - 1)
                    throw new InvalidDefinitionException("", null, $"嵌套过深：超过 {MaxDepth} 层，请把内层活动拆成单独的流程。");
                if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
                    throw new InvalidDefinitionException("", null, $"数字 {Encoding.UTF8.GetString(reader.ValueSpan[..Math.Min(reader.ValueSpan.Length, 40)])} 超出范围。");
                // Half a character, written as \ud800, becomes a fault only when somebody reads the text.
                if (reader.ValueIsEscaped)
                    reader.GetString();
            }
        }
        catch (JsonException e)
        {
            throw new InvalidDefinitionException("", null, NotJson(e));
        }
        catch (InvalidOperationException)
        {
            throw NotUtf8();
        }
    }
}
