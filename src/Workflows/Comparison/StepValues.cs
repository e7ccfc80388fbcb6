using System.Text.Json;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>All that an activity says, by property: what it looks like, what it holds and its version marks left out.</summary>
internal static class StepValues
{
    // Where and what it is stands elsewhere; what it holds are steps of their own; the designer notes what is the newest version.
    private static readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal)
    {
        "id", "nodeId", "type", "metadata", "customProperties", "activities", "connections", "workflowDefinitionVersionId",
        "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    };

    /// <summary>Text of each property that says something.</summary>
    public static SortedDictionary<string, string> Of(DrawnActivity step, StepLabels labels)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var isPart = DrawnJson.Text(step.Json, "workflowDefinitionId") is not null;
        foreach (var property in step.Json.EnumerateObject())
        {
            if (!_elsewhere.Contains(property.Name) && !(isPart && property.Name == "version") && !HoldsSteps(property.Value))
                Add(property.Name, Text(step, property, labels));
        }

        if (DrawnJson.Find(step.Json, "metadata") is { ValueKind: JsonValueKind.Object } metadata)
        {
            foreach (var property in metadata.EnumerateObject().Where(property => property.Name != "designer"))
                Add(property.Name, ValueText.Plain(property.Value));
        }

        if (DrawnJson.Find(step.Json, "customProperties") is { ValueKind: JsonValueKind.Object } custom)
        {
            // A flag that is off says what one that is missing says.
            foreach (var property in custom.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.False))
                Add(property.Name, ValueText.Plain(property.Value));
        }

        return values;

        void Add(string name, string? text)
        {
            if (text is not null)
                values[name] = text;
        }
    }

    private static string? Text(DrawnActivity step, JsonProperty property, StepLabels labels) =>
        ValueText.Of(property.Value, step.Id) is { } text ? labels.Option(step.Type, property.Name, text) ?? text : null;

    // One activity, a list of them, or a list of cases with one each. Cases keep what else they say.
    private static bool HoldsSteps(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => DrawnJson.Text(value, "id") is not null && DrawnJson.Text(value, "type") is not null,
        JsonValueKind.Array => value.GetArrayLength() > 0 && value.EnumerateArray().All(HoldsSteps),
        _ => false,
    };
}
