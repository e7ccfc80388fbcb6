using System.Text.Json;

namespace Bpm.Workflows.Drawings;

/// <summary>Reading of definitions' JSON where anything may be missing or of another kind.</summary>
internal static class DrawnJson
{
    /// <summary>A text that is not blank, or null.</summary>
    public static string? Text(JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>What lies at the end of a way through objects; null where the way breaks off or ends in null.</summary>
    public static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> way)
    {
        foreach (var name in way)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return null;
        }

        return json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : json;
    }

    /// <summary>The items of a list; none where it is missing or no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
