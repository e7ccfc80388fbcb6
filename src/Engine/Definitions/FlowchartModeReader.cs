using System.Text.Json;
using Bpm.Engine.Activities.Flowcharts;

namespace Bpm.Engine.Definitions;

/// <summary>
/// Reads by which rules a definition wants its flowcharts run: property <c>Flowchart:ExecutionMode</c> of its customProperties (the one
/// place that the designer keeps), options or properties; Elsa's names or numbers, in any case.
/// </summary>
internal static class FlowchartModeReader
{
    private const string Property = "Flowchart:ExecutionMode";
    private static readonly string[] Places = ["customProperties", "options", "properties"];

    /// <summary>Elsa's names by their numbers; Default leaves it to the program, which counts.</summary>
    private static readonly string[] Names = ["Default", "TokenBased", "CounterBased"];

    public static FlowchartMode Read(WorkflowDefinition definition, out DefinitionError? error)
    {
        error = null;
        foreach (var place in Places)
        {
            if (!definition.Json.TryGetProperty(place, out var properties) || properties.ValueKind != JsonValueKind.Object) continue;
            if (!properties.TryGetProperty(Property, out var value) || value.ValueKind == JsonValueKind.Null) continue;
            var number = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var n) ? n
                : value.ValueKind == JsonValueKind.String ? Array.FindIndex(Names, name => name.Equals(value.GetString(), StringComparison.OrdinalIgnoreCase))
                : -1;
            if (number is 1) return FlowchartMode.TokenBased;
            if (number is 0 or 2) return FlowchartMode.CounterBased;
            error = new($"{place}.{Property}", null,
                $"流程图执行方式 “{value}” 不存在，可用：CounterBased、TokenBased。{DidYouMean.Clause(value.ToString(), Names)}");
            return FlowchartMode.CounterBased;
        }
        return FlowchartMode.CounterBased;
    }
}
