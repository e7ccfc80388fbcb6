using System.Globalization;
using System.Text.Json;
using Bpm.Domain.Tasks;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Tasks;

/// <summary>What was typed into the form of a task, as the task's form wants it. What cannot be read goes on as it is: the task itself says what is wrong.</summary>
public static class TaskAnswers
{
    /// <summary>Before the name of a field of the task, so that it never meets one of the page.</summary>
    public const string Prefix = "f.";

    /// <summary>The values that were filled in, by field.</summary>
    /// <param name="zone">Zone in which moments were typed.</param>
    /// <param name="outcome">What was chosen. A default stands for it only where it needs the field: nobody wrote it for anything else.</param>
    public static IReadOnlyDictionary<string, JsonElement> Read(TaskForm form, IFormCollection posted, TimeZoneInfo zone, string outcome)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var (name, field) in form.Properties)
        {
            var typed = posted[Prefix + name].Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim()).ToList();
            if (typed.Count == 0 || (typed[^1] == field.Default && !form.IsRequired(name, outcome)))
                continue;
            values[name] = field.Multiple ? JsonSerializer.SerializeToElement(typed) : One(field.Type, typed[^1], zone);
        }

        return values;
    }

    /// <summary>A moment as a browser's field gives it; one that cannot be read is long past, which whoever is asked for it refuses.</summary>
    /// <param name="zone">Zone in which it was typed.</param>
    public static DateTimeOffset Moment(string? text, TimeZoneInfo zone) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Kind == DateTimeKind.Unspecified
            ? new(local, zone.GetUtcOffset(local))
            : DateTimeOffset.MinValue;

    private static JsonElement One(string type, string text, TimeZoneInfo zone) => type switch
    {
        FormFieldTypes.Integer or FormFieldTypes.Number when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            JsonSerializer.SerializeToElement(number),
        FormFieldTypes.Boolean when text is "true" or "false" => JsonSerializer.SerializeToElement(text == "true"),
        FormFieldTypes.DateTime when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Kind == DateTimeKind.Unspecified =>
            JsonSerializer.SerializeToElement(new DateTimeOffset(local, zone.GetUtcOffset(local))),
        _ => JsonSerializer.SerializeToElement(text),
    };
}
