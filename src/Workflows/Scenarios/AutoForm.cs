using System.Text.Json;
using System.Text.Json.Nodes;
using Bpm.Domain.Tasks;

namespace Bpm.Workflows.Scenarios;

/// <summary>Fills the fields that an outcome asks for with plain values.</summary>
internal static class AutoForm
{
    public static IReadOnlyDictionary<string, JsonElement> Fill(TaskForm form, string outcome, JsonObject? given)
    {
        var values = form.Properties
            .Where(p => form.IsRequired(p.Key, outcome))
            .ToDictionary(p => p.Key, p => Value(p.Value));
        foreach (var (name, value) in given ?? [])
            values[name] = JsonSerializer.SerializeToElement(value);
        return values;
    }

    private static JsonElement Value(FormField field) => JsonSerializer.SerializeToElement<object>(field.Type switch
    {
        FormFieldTypes.Boolean => true,
        FormFieldTypes.Integer or FormFieldTypes.Number => field.Minimum ?? 1m,
        _ => field.Enum is { Count: > 0 } codes ? codes[0] : "已按规定办理。",
    });
}
