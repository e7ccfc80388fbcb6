using System.Text.Encodings.Web;
using System.Text.Json;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>Values of a definition as people read them. Two values with one text mean the same.</summary>
internal static class ValueText
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A property of an activity: an input with its expression, an output with what it is bound to, or a plain value; null where it says nothing.</summary>
    /// <param name="owner">Id of the activity: what its editor names after it is bound to nothing.</param>
    public static string? Of(JsonElement json, string owner)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Plain(json);
        if (json.TryGetProperty("expression", out var expression))
            return Expression(expression);
        if (DrawnJson.Find(json, "memoryReference") is { } reference && DrawnJson.Find(json, "typeName") is not null)
            return DrawnJson.Text(reference, "id") is { } id && !id.StartsWith(owner + ":", StringComparison.Ordinal) ? $"存入 {id}" : null;
        return DrawnJson.Find(json, "typeName") is not null && json.EnumerateObject().Count() == 1 ? null : Plain(json);
    }

    /// <summary>An expression; null where nobody has written any.</summary>
    public static string? Expression(JsonElement expression)
    {
        if (expression.ValueKind != JsonValueKind.Object || DrawnJson.Find(expression, "value") is not { } value)
            return null;
        var type = DrawnJson.Text(expression, "type") ?? "Literal";
        var text = type is "Object" or "Json" or "Variable" or "Input" ? Parsed(value) : Plain(value);
        return text is null ? null : type switch
        {
            "Literal" or "Object" or "Json" => text,
            "JavaScript" => $"脚本：{text}",
            "Variable" => $"变量：{Reference(value) ?? text}",
            "Input" => $"流程输入：{Reference(value) ?? text}",
            _ => $"{type}：{text}",
        };
    }

    /// <summary>A value without an expression; lists of texts one after another; null for nothing.</summary>
    public static string? Plain(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => json.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Array when json.GetArrayLength() == 0 => null,
        JsonValueKind.Array when json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) => string.Join('、', json.EnumerateArray().Select(item => item.GetString())),
        JsonValueKind.Object when !json.EnumerateObject().Any() => null,
        _ => Sorted(json),
    };

    // The designer stores lists and references as the text of their JSON.
    private static string? Parsed(JsonElement value) => Json(value) is { } json ? Plain(json) : Plain(value);

    private static string? Reference(JsonElement value) => (Json(value) ?? value) is { ValueKind: JsonValueKind.Object } json ? DrawnJson.Text(json, "name") ?? DrawnJson.Text(json, "id") : null;

    private static JsonElement? Json(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value;
        try
        {
            return JsonElement.Parse(value.GetString()!);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The order of names means nothing.
    private static string Sorted(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", json.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{p.Name}: {Sorted(p.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(", ", json.EnumerateArray().Select(Sorted)) + "]",
        _ => JsonSerializer.Serialize(json, _readable),
    };
}
