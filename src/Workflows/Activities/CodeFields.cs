using System.Text.Json;
using Bpm.Domain.Tasks;

namespace Bpm.Workflows.Activities;

/// <summary>
/// Form fields that hold a code, a number or a yes: the only ones that a workflow may keep or ask for, because the text of a case
/// stays in the case.
/// </summary>
public static class CodeFields
{
    /// <summary>True when a field's value may enter a workflow.</summary>
    public static bool IsCode(FormField field) => field.Type != FormFieldTypes.Text || field.Enum is not null;

    /// <summary>The value of a code field in a task's answer; null when it was not filled in, is no code field or does not exist.</summary>
    public static object? Read(HumanTask task, string field)
    {
        if (!task.Form.Properties.TryGetValue(field, out var spec) || !IsCode(spec)
            || task.Answer?.Value.Values.TryGetValue(field, out var value) != true)
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Array => task.Answer.Value.Texts(field).Cast<object?>().ToList(),
            _ => null,
        };
    }
}
