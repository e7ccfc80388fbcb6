using System.Text.Json;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Definitions;

/// <summary>Reads the variables, inputs and outputs that a workflow or a container declares.</summary>
internal static class DeclarationReader
{
    private const int MaxVariables = 1_000;

    public static Variable[] Variables(JsonElement owner, string path)
    {
        var variables = new List<Variable>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var json in Items(owner, "variables"))
        {
            var name = Text(json, "name") ?? throw new InvalidDefinitionException(path, null, "变量缺少 name。");
            if (variables.Count == MaxVariables)
                throw new InvalidDefinitionException(path, null, $"变量超过 {MaxVariables} 个，请合并为对象。");
            if (!names.Add(name))
                throw new InvalidDefinitionException(path, null, $"变量 “{name}” 重复声明。");
            var variable = new Variable(Text(json, "id") ?? name, name, TypeNames.Short(Text(json, "typeName")), Flag(json, "isArray"), null)
            {
                IsTransient = StorageDriver.IsTransient(json, name, path),
            };
            variables.Add(variable with { Default = Default(variable, json, path) });
        }
        return [.. variables];
    }

    public static Argument[] Arguments(JsonElement owner, string list) => Items(owner, list)
        .Where(json => Text(json, "name") is not null)
        .Select(json => new Argument(
            Text(json, "name")!, TypeNames.Short(Text(json, "type")), Flag(json, "isArray"),
            Text(json, "displayName") ?? Text(json, "name")!, Text(json, "description") ?? ""))
        .ToArray();

    public static string[] Texts(JsonElement owner, string list) =>
        [.. Items(owner, list).Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];

    public static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } s ? s : null;

    public static bool Flag(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.True;

    private static JsonElement.ArrayEnumerator Items(JsonElement owner, string list) =>
        owner.TryGetProperty(list, out var json) && json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : default;

    private static object? Default(Variable variable, JsonElement json, string path)
    {
        if (!json.TryGetProperty("value", out var value) || value.ValueKind is JsonValueKind.Null) return null;
        var read = JsonValues.Read(value);
        if (read is "" && variable.TypeName is not "String") return null;
        // The designer stores lists and objects as JSON text.
        if (read is string s && (variable.IsArray || variable.TypeName is "Object" or "ObjectDictionary") && JsonValues.TryParse(s, out var parsed))
            read = variable.TypeName == "Object" && !variable.IsArray && parsed is not (System.Collections.IEnumerable and not string) ? s : parsed;
        try
        {
            return VariableValues.Convert(variable, read);
        }
        catch (Incidents.ActivityFaultException e)
        {
            throw new InvalidDefinitionException(path, null, $"{e.Message}（初始值）");
        }
    }
}
