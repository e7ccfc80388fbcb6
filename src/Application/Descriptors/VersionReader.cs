using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Activities.Children;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Application.Descriptors;

/// <summary>Looks through a stored version for all that the designer must know to draw it. A version that cannot run is read as well.</summary>
internal sealed class VersionReader(ActivityRegistry registry)
{
    private readonly Dictionary<string, InputDescriptor[]> _listed = registry.Types.ToDictionary(
        type => type.Name, type => type.Descriptor.Inputs.Where(input => input.Picker is not null).ToArray());

    public VersionUse Read(WorkflowDefinition definition)
    {
        var found = new Found([], [], []);
        Visit(definition.Json.GetProperty("root"), found);
        return new(
            WorkflowDescriptors.Of(definition), WorkflowDescriptors.IsUsable(definition), found.Nodes, found.Values,
            [.. found.Steps.Select(step => new PickerOption(step.Key, step.Value))]);
    }

    private void Visit(JsonElement json, Found found)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                if (Text(json, "type") is { } type && Text(json, "id") is not null)
                    Node(json, type, found);
                foreach (var property in json.EnumerateObject())
                {
                    // Expressions hold the author's data, not activities.
                    if (property.Name is not ("expression" or "metadata"))
                        Visit(property.Value, found);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    Visit(item, found);
                break;
        }
    }

    private void Node(JsonElement json, string type, Found found)
    {
        var version = json.TryGetProperty("version", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var given) ? given : 1;
        found.Nodes.Add(new(type, version, Text(json, "workflowDefinitionVersionId"), Text(json, "workflowDefinitionId")));
        foreach (var input in _listed.GetValueOrDefault(type) ?? [])
        {
            foreach (var value in ValuesOf(json, JsonNamingPolicy.CamelCase.ConvertName(input.Name)))
                found.Values.Add((type, input.Name, value));
        }

        if (type == HumanTaskActivity.TypeName && ValuesOf(json, "step") is [{ Length: > 0 } step])
            found.Steps[step] = ValuesOf(json, "title") is [{ Length: > 0 } title] ? title : step;
    }

    private static IReadOnlyList<string> ValuesOf(JsonElement node, string property) =>
        node.TryGetProperty(property, out var input) ? NodeValues.Of(input) : [];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private sealed record Found(HashSet<NodeUse> Nodes, HashSet<(string, string, string)> Values, Dictionary<string, string> Steps);
}
