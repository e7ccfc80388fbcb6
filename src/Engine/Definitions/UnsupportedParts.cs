using System.Text.Json;
using Bpm.Engine.Activities;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Definitions;

/// <summary>Looks through a drawing for types of activities and expressions that this engine does not have.</summary>
internal sealed class UnsupportedParts(ActivityRegistry registry, IReadOnlySet<string> workflows)
{
    public IEnumerable<string> Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Of),
        JsonValueKind.Object => Own(json).Concat(json.EnumerateObject().SelectMany(Inner)),
        _ => [],
    };

    private IEnumerable<string> Inner(JsonProperty property) =>
        property.Name != "expression" ? Of(property.Value)
        : property.Value.ValueKind == JsonValueKind.Object && DeclarationReader.Text(property.Value, "type") is { Length: > 0 } type && !ExpressionCompiler.Types.Contains(type)
            ? [$"不支持的表达式类型 “{type}”。{DidYouMean.Clause(type, ExpressionCompiler.Types)}"]
            : [];

    private IEnumerable<string> Own(JsonElement json) =>
        DeclarationReader.Text(json, "id") is not null && DeclarationReader.Text(json, "type") is { Length: > 0 } type && registry.Find(type) is null
            && DeclarationReader.Text(json, "workflowDefinitionId") is null && !workflows.Contains(type)
            ? [registry.Unknown(type)]
            : [];
}
