using System.Globalization;
using System.Text.Json;
using Bpm.Domain.Tasks;

namespace Bpm.Quarter.Tests.Simulation;

/// <summary>Fills in forms by dice: what an outcome needs, and the codes that decide what comes next.</summary>
internal sealed class FormWriter(Dice dice)
{
    private static readonly string[] Accusable = ["b.unit1", "b.unit2", "b.hotline"];
    private static readonly int[] Diameters = [100, 599, 600, 799, 800, 1200];

    /// <summary>The form to send, and its codes and moments as the log keeps them.</summary>
    public (Dictionary<string, JsonElement> Form, Dictionary<string, string> Codes) Write(
        HumanTask task, string outcome, IReadOnlyDictionary<string, string> known, DateTimeOffset now)
    {
        var form = new Dictionary<string, JsonElement>();
        var codes = new Dictionary<string, string>();
        foreach (var (name, field) in task.Form.Properties)
        {
            if (Value(task, name, field, outcome, known, now) is not { } value)
                continue;
            form[name] = value is DateTimeOffset moment ? JsonSerializer.SerializeToElement(moment.ToString("O")) : JsonSerializer.SerializeToElement(value);
            if (value is string[] several)
                codes[name] = string.Join(',', several);
            else if (value is DateTimeOffset at)
                codes[name] = at.ToString("O");
            else if (field.Enum is not null || field.Type == FormFieldTypes.Integer)
                codes[name] = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }

        return (form, codes);
    }

    private object? Value(HumanTask task, string name, FormField field, string outcome, IReadOnlyDictionary<string, string> known, DateTimeOffset now) => name switch
    {
        "occurredAt" => outcome == "Returned" || !dice.Chance(50) ? null : Earlier(task, now),
        "department" => outcome is "Forwarded" or "Routed" or "Forward" ? dice.Pick(field.Enum!) : null,
        "departments" => dice.Some(field.Enum!, 3) is { Count: > 0 } some ? some.ToArray() : null,
        "accusedPersons" => outcome == "True" && dice.Chance(50) ? new[] { dice.Pick(Accusable) } : null,
        "accusedUnit" => outcome == "True" && dice.Chance(50) ? dice.Pick(field.Enum!) : null,
        "zone" => known.ContainsKey(name) || outcome == "Returned" || dice.Chance(30) ? null : dice.Pick(field.Enum!),
        "pipeDiameter" => known.ContainsKey(name) || outcome == "Returned" || dice.Chance(30) ? null : dice.Pick(Diameters),
        _ when !task.Form.IsRequired(name, outcome) => null,
        _ => field.Type switch
        {
            FormFieldTypes.Boolean => true,
            FormFieldTypes.Integer or FormFieldTypes.Number => (object)(field.Minimum ?? 1m),
            _ => field.Enum is { Count: > 0 } choices ? dice.Pick(choices) : "已按规定核实并处理。",
        },
    };

    private DateTimeOffset? Earlier(HumanTask task, DateTimeOffset now)
    {
        // Older than half an hour: a second person confirms it.
        var most = dice.Chance(20) ? TimeSpan.FromHours(6) : TimeSpan.FromMinutes(29);
        var since = now - task.EarliestOccurrence;
        return now - dice.Between(TimeSpan.Zero, since < most ? since : most);
    }
}
