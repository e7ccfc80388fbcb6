using System.Text.Json;

namespace Bpm.Application.Descriptors;

/// <summary>Reads the fixed values of a node's inputs as the designer stores them.</summary>
internal static class NodeValues
{
    /// <summary>The texts of an input: one, or those of a list; empty where it is a script or not filled in.</summary>
    public static IReadOnlyList<string> Of(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object)
            return Texts(input);
        if (!input.TryGetProperty("expression", out var expression) || expression.ValueKind != JsonValueKind.Object)
            return [];
        var isFixed = !expression.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String || type.GetString() is "Literal" or "Object" or "Json";
        return isFixed && expression.TryGetProperty("value", out var value) ? Texts(value) : [];
    }

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => List(value.GetString()!) ?? [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        _ => [],
    };

    // A list is stored as JSON text.
    private static IReadOnlyList<string>? List(string text)
    {
        if (!text.StartsWith('['))
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return Texts(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
