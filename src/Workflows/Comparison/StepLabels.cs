using System.Text.Json;
using Bpm.Engine.Activities;

namespace Bpm.Workflows.Comparison;

/// <summary>What people call types, inputs, outcomes and fixed options of activities.</summary>
/// <param name="find">Descriptor of a type; null where there is none, as for workflows used as activities.</param>
public sealed class StepLabels(Func<string, ActivityDescriptor?> find)
{
    private static readonly Dictionary<string, string> _ofEvery = new(StringComparer.Ordinal)
    {
        ["type"] = "类型", ["name"] = "内部名称", ["displayText"] = "显示名称", ["description"] = "说明", ["container"] = "所在位置",
        ["start"] = "起点", ["canStartWorkflow"] = "可启动流程", ["runAsynchronously"] = "异步运行", ["mergeMode"] = "汇合方式",
        ["workflowDefinitionId"] = "公共环节", ["version"] = "活动版本", ["variables"] = "变量",
    };

    /// <summary>Name of a type in the palette; the type itself where it has none.</summary>
    public string Kind(string type) => find(type)?.DisplayName ?? type;

    /// <summary>Name of an input, output or other property.</summary>
    public string Property(string type, string property)
    {
        var descriptor = find(type);
        return descriptor?.Inputs.FirstOrDefault(input => Is(input.Name, property))?.DisplayName
            ?? descriptor?.Outputs.FirstOrDefault(output => Is(output.Name, property))?.DisplayName
            ?? _ofEvery.GetValueOrDefault(property, property);
    }

    /// <summary>Name of an outcome, with the outcome itself where they differ.</summary>
    public string Port(string type, string port) => find(type)?.Ports.FirstOrDefault(p => p.Name == port)?.DisplayName is { } name && name != port ? $"{name}（{port}）" : port;

    /// <summary>The text of a chosen option; null where the value is none of the input's options.</summary>
    public string? Option(string type, string property, string value)
    {
        if (find(type)?.Inputs.FirstOrDefault(input => Is(input.Name, property))?.UISpecifications is not { Count: > 0 } specifications)
            return null;
        // The designer's shape, which is nested dictionaries: read as the JSON that it becomes.
        var dropdown = JsonSerializer.SerializeToElement(specifications);
        return Drawings.DrawnJson.Find(dropdown, "dropdown", "selectList") is { } list
            ? Drawings.DrawnJson.Items(list, "items").Where(item => Drawings.DrawnJson.Text(item, "value") == value).Select(item => Drawings.DrawnJson.Text(item, "text")).FirstOrDefault()
            : null;
    }

    private static bool Is(string pascal, string property) => JsonNamingPolicy.CamelCase.ConvertName(pascal) == property || pascal == property;
}
