using System.Text.Json;
using Bpm.Engine.Definitions;

namespace Bpm.Engine.Expressions;

/// <summary>Turns an expression's JSON (<c>{type, value}</c>) into something that can be evaluated.</summary>
internal sealed class ExpressionCompiler(ScriptHost scripts)
{
    public static readonly IReadOnlyList<string> Types = ["Literal", "Object", "Json", "Variable", "Input", "JavaScript"];

    /// <exception cref="FormatException">The expression is wrong; the message is Chinese.</exception>
    public Expression Compile(JsonElement json, CompileScope scope)
    {
        var type = DeclarationReader.Text(json, "type") ?? "Literal";
        json.TryGetProperty("value", out var value);
        return type switch
        {
            "Literal" => new LiteralExpression(JsonValues.Read(value)),
            "Object" or "Json" => new LiteralExpression(ObjectValue(value)),
            "Variable" => Variable(value, scope),
            "Input" => Input(value, scope),
            "JavaScript" => value.ValueKind == JsonValueKind.String
                ? scripts.Compile(value.GetString()!, scope)
                : new LiteralExpression(JsonValues.Read(value)),
            _ => throw new FormatException($"不支持的表达式类型 “{type}”。{DidYouMean.Clause(type, Types)}可用：{string.Join("、", Types)}。"),
        };
    }

    /// <summary>The script of an activity that runs one: it may also tell the activity's outcomes.</summary>
    /// <exception cref="FormatException">It is no script that runs here; the message is Chinese.</exception>
    public Expression CompileScript(string source, CompileScope scope) => scripts.Compile(source, scope, leaves: true);

    private static object? ObjectValue(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return JsonValues.Read(value);
        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) return null;
        return JsonValues.TryParse(text, out var parsed) ? parsed : throw new FormatException("Object 表达式的内容不是有效的 JSON。");
    }

    private static VariableExpression Variable(JsonElement value, CompileScope scope)
    {
        var (id, name) = Reference(value);
        var found = scope.Find(id, name)
            ?? throw new FormatException($"变量 “{name ?? id}” 没有声明。{DidYouMean.Clause(name ?? id ?? "", scope.Variables.Select(v => v.Name))}");
        return new VariableExpression(found.Node, found.Slot);
    }

    private static InputExpression Input(JsonElement value, CompileScope scope)
    {
        var (_, name) = Reference(value);
        if (!scope.Inputs.Any(i => i.Name == name))
            throw new FormatException($"流程没有输入 “{name}”。{DidYouMean.Clause(name ?? "", scope.Inputs.Select(i => i.Name))}");
        return new InputExpression(name!);
    }

    /// <summary>The designer stores a reference as the JSON of the whole variable, as text; others store the object or just a name.</summary>
    public static (string? Id, string? Name) Reference(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) return (DeclarationReader.Text(value, "id"), DeclarationReader.Text(value, "name"));
        if (value.ValueKind != JsonValueKind.String) return (null, null);
        var text = value.GetString()!;
        if (!text.TrimStart().StartsWith('{')) return (text, text);
        return JsonValues.TryParse(text, out var v) && v is Dictionary<string, object?> map
            ? (map.GetValueOrDefault("id") as string, map.GetValueOrDefault("name") as string)
            : throw new FormatException("变量引用不是有效的 JSON。");
    }
}
