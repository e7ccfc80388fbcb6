using System.Text.Json.Serialization;

namespace Bpm.Domain.Tasks;

/// <summary>One field of a <see cref="TaskForm"/>, in the outside contract's JSON.</summary>
/// <param name="Type">One of <see cref="FormFieldTypes"/>.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Enum">The valid values; a single <c>$…</c> entry is a picker that the organisation fills. Null for any value.</param>
/// <param name="EnumTitles">Chinese titles, one for each value of <paramref name="Enum"/>.</param>
/// <param name="MaxLength">In UTF-16 units; null means <see cref="FormValidator.DefaultMaxLength"/>.</param>
/// <param name="Multiple">The value is an array of the type.</param>
/// <param name="Default">What a page writes into the field beforehand, for a text or a picker; <see cref="AccusedUnit"/> is taken from the case. Null for nothing.</param>
public sealed record FormField(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("enum"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Enum = null,
    [property: JsonPropertyName("enumTitles"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? EnumTitles = null,
    [property: JsonPropertyName("minimum"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Minimum = null,
    [property: JsonPropertyName("maximum"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? Maximum = null,
    [property: JsonPropertyName("maxLength"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MaxLength = null,
    [property: JsonPropertyName("multiple"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Multiple = false,
    [property: JsonPropertyName("default"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Default = null)
{
    /// <summary>The default that means the unit that the case accuses.</summary>
    public const string AccusedUnit = "$accusedUnit";

    /// <summary>The picker that fills <see cref="Enum"/>, for example <c>$units</c>; null when the values stand here.</summary>
    [JsonIgnore]
    public string? Picker => Enum is [['$', ..]] ? Enum[0] : null;
}
