using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bpm.Domain.Tasks;

/// <summary>The form of a task: what may and what must be filled in. Its JSON is the outside contract's <c>form</c>.</summary>
/// <param name="Properties">Fields by name, in the order to show them.</param>
/// <param name="Required">Every field that some outcome needs.</param>
/// <param name="RequiredFor">Of those, the fields that only the named outcomes need.</param>
/// <param name="AttachmentFor">Outcomes that the case needs a file for; null for none.</param>
public sealed record TaskForm(
    [property: JsonPropertyName("properties")] IReadOnlyDictionary<string, FormField> Properties,
    [property: JsonPropertyName("required")] IReadOnlyList<string> Required,
    [property: JsonPropertyName("requiredFor")] IReadOnlyDictionary<string, IReadOnlyList<string>> RequiredFor,
    [property: JsonPropertyName("attachmentFor"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? AttachmentFor = null)
{
    /// <summary>A task that asks for an outcome only.</summary>
    public static TaskForm Empty { get; } =
        new(new Dictionary<string, FormField>(), [], new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>True when an outcome cannot be chosen without the field.</summary>
    public bool IsRequired(string field, string outcome) =>
        RequiredFor.TryGetValue(field, out var outcomes) ? outcomes.Contains(outcome) : Required.Contains(field);

    /// <summary>Checks an answer.</summary>
    /// <returns>Chinese messages by field; empty when the answer is valid. Field <c>form</c> is used where no field can be named.</returns>
    public IReadOnlyDictionary<string, string[]> Validate(string outcome, IReadOnlyDictionary<string, JsonElement> values) =>
        FormValidator.Validate(this, outcome, values);

    /// <summary>Fills every picker with the valid values of the moment.</summary>
    /// <param name="picker">Gives the values of a picker such as <c>$units</c>.</param>
    public TaskForm Resolve(Func<string, IReadOnlyList<FormOption>> picker) =>
        Properties.Values.All(field => field.Picker is null)
            ? this
            : this with { Properties = Properties.ToDictionary(entry => entry.Key, entry => Fill(entry.Value, picker)) };

    /// <summary>Replaces defaults that are taken from the case by the case's own values; without one the field starts empty.</summary>
    /// <param name="accusedUnit">The unit that the case accuses; null for none, or where the reader may not know it.</param>
    public TaskForm WithDefaults(string? accusedUnit) =>
        Properties.Values.All(field => field.Default != FormField.AccusedUnit)
            ? this
            : this with
            {
                Properties = Properties.ToDictionary(
                    entry => entry.Key, entry => entry.Value.Default == FormField.AccusedUnit ? entry.Value with { Default = accusedUnit } : entry.Value),
            };

    /// <summary>Every field starts empty, for an answer to several tasks at once.</summary>
    public TaskForm WithoutDefaults() =>
        this with { Properties = Properties.ToDictionary(entry => entry.Key, entry => entry.Value with { Default = null }) };

    private static FormField Fill(FormField field, Func<string, IReadOnlyList<FormOption>> picker)
    {
        if (field.Picker is not { } name)
            return field;
        var options = picker(name);
        return field with { Enum = [.. options.Select(o => o.Code)], EnumTitles = [.. options.Select(o => o.Title)] };
    }
}
