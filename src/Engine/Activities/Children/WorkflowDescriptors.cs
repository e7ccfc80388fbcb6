using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Activities.Children;

/// <summary>Tells the designer of workflows as activities: inputs, outputs and outcomes as they declare them.</summary>
public static class WorkflowDescriptors
{
    /// <summary>The descriptor of one version of a workflow, not offered to new nodes.</summary>
    public static ActivityDescriptor Of(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var json = definition.Json;
        return new(definition.Name, Category(json), definition.Name, DeclarationReader.Text(json, "description") ?? "流程作为活动")
        {
            Version = definition.Version,
            IsBrowsable = false,
            Inputs = [.. Items(json, "inputs").Select(Input)],
            Outputs = [.. DeclarationReader.Arguments(json, "outputs").Select(o => new OutputDescriptor(o.Name, TypeName(o), o.DisplayName, o.Description))],
            Ports = [new("Root", "流程", PortKind.Embedded) { IsBrowsable = false }, .. Outcomes(json).Select(o => new PortDescriptor(o, o == "Done" ? "完成" : o))],
            CustomProperties = new Dictionary<string, object>
            {
                ["RootType"] = "WorkflowDefinitionActivity",
                ["WorkflowDefinitionId"] = definition.DefinitionId,
                ["WorkflowDefinitionVersionId"] = definition.Id,
            },
            ConstructionProperties = new Dictionary<string, object>
            {
                ["workflowDefinitionId"] = definition.DefinitionId,
                ["workflowDefinitionVersionId"] = definition.Id,
                ["latestAvailablePublishedVersion"] = definition.Version,
                ["latestAvailablePublishedVersionId"] = definition.Id,
            },
        };
    }

    /// <summary>Does the definition want to be used as an activity?</summary>
    public static bool IsUsable(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Json.TryGetProperty("options", out var options) && DeclarationReader.Flag(options, "usableAsActivity");
    }

    private static InputDescriptor Input(JsonElement json)
    {
        var argument = new Argument(
            DeclarationReader.Text(json, "name")!, Expressions.TypeNames.Short(DeclarationReader.Text(json, "type")), DeclarationReader.Flag(json, "isArray"),
            DeclarationReader.Text(json, "displayName") ?? DeclarationReader.Text(json, "name")!, DeclarationReader.Text(json, "description") ?? "");
        return new(argument.Name, TypeName(argument), argument.DisplayName, argument.Description)
        {
            UIHint = DeclarationReader.Text(json, "uiHint") ?? (argument.TypeName == "Boolean" && !argument.IsArray ? "checkbox" : "singleline"),
        };
    }

    private static string TypeName(Argument argument) => argument.IsArray ? argument.TypeName + "[]" : argument.TypeName;

    private static string Category(JsonElement json) =>
        json.TryGetProperty("options", out var options) && DeclarationReader.Text(options, "activityCategory") is { } category ? category : ChildInputs.Category;

    private static IEnumerable<string> Outcomes(JsonElement json) => DeclarationReader.Texts(json, "outcomes").Union(["Done"]);

    private static IEnumerable<JsonElement> Items(JsonElement json, string list) =>
        json.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => DeclarationReader.Text(item, "name") is not null)
            : [];
}
