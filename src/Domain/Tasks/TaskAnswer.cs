using System.Text.Json;

namespace Bpm.Domain.Tasks;

/// <summary>What was written when a task was completed.</summary>
/// <param name="Values">Form fields by name.</param>
/// <param name="Comment">The comment or reason; null when there is none.</param>
public sealed record TaskAnswer(IReadOnlyDictionary<string, JsonElement> Values, string? Comment)
{
    /// <summary>The text of a field; null when it is missing or not a text.</summary>
    public string? Text(string field) =>
        Values.TryGetValue(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The texts of a field that takes one or several values; empty when it is missing.</summary>
    public IReadOnlyList<string> Texts(string field) => Values.TryGetValue(field, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
        _ => [],
    }
    : [];
}
