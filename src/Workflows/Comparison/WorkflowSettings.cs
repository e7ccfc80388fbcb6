using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Comparison;

/// <summary>Settings of a workflow: all that a definition says beside its drawing and its version marks.</summary>
internal static class WorkflowSettings
{
    private static readonly HashSet<string> _marks = new(StringComparer.Ordinal)
    {
        "$schema", "id", "definitionId", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "root", "links", "isReadonly", "isSystem", "tenantId",
    };

    private static readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal)
    {
        ["name"] = "名称", ["description"] = "说明", ["outcomes"] = "结果", ["activationStrategyType"] = "启动策略", ["usableAsActivity"] = "可作为活动使用",
        ["autoUpdateConsumingWorkflows"] = "自动更新使用它的流程", ["activityCategory"] = "活动分组", ["incidentStrategyType"] = "故障策略", ["commitStrategyName"] = "提交策略",
        ["Flowchart:ExecutionMode"] = "流程图运行方式", ["organisation"] = "单位",
    };

    private static readonly (string List, string Label)[] _lists = [("variables", "变量"), ("inputs", "输入"), ("outputs", "输出")];

    /// <summary>Text of each setting that says something, with its label.</summary>
    public static SortedDictionary<string, (string Label, string Text)> Of(WorkflowDefinition definition)
    {
        var settings = new SortedDictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var property in definition.Json.EnumerateObject())
        {
            if (_marks.Contains(property.Name))
                continue;
            if (Array.Find(_lists, list => list.List == property.Name) is { List: not null } declared)
                Declared(property.Value, declared.List, declared.Label);
            else if (property.Name is "options" or "customProperties" or "properties" && property.Value.ValueKind == JsonValueKind.Object)
                Options(property.Name, property.Value);
            else
                Add(property.Name, Label(property.Name), ValueText.Plain(property.Value));
        }

        return settings;

        void Declared(JsonElement list, string name, string label)
        {
            if (list.ValueKind != JsonValueKind.Array)
                return;
            foreach (var item in list.EnumerateArray())
                Add($"{name}.{DrawnJson.Text(item, "name")}", $"{label}“{DrawnJson.Text(item, "displayName") ?? DrawnJson.Text(item, "name")}”", Declaration(item));
        }

        void Options(string name, JsonElement options)
        {
            // An option that is off says what one that is missing says.
            foreach (var option in options.EnumerateObject().Where(option => option.Value.ValueKind != JsonValueKind.False))
                Add($"{name}.{option.Name}", Label(option.Name), ValueText.Plain(option.Value));
        }

        void Add(string name, string label, string? text)
        {
            if (text is not null)
                settings[name] = (label, text);
        }
    }

    private static string Label(string name) => _labels.GetValueOrDefault(name, name);

    private static string Declaration(JsonElement item)
    {
        var parts = new List<string> { DrawnJson.Text(item, "typeName") ?? DrawnJson.Text(item, "type") ?? "Object" };
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name is "id" or "name" or "typeName" or "type" or "displayName" || property.Value.ValueKind == JsonValueKind.False || ValueText.Plain(property.Value) is not { } text)
                continue;
            parts.Add(property.Name switch
            {
                "isArray" => "列表",
                "value" or "defaultValue" => $"初值 {text}",
                "description" => text,
                "storageDriverTypeName" => $"存储 {text.Split(',')[0].Split('.')[^1]}",
                _ => $"{property.Name} {text}",
            });
        }

        return string.Join('，', parts);
    }
}
