using System.Text.Json;
using Bpm.Engine.Definitions;
using Bpm.Workflows.Drawings;

namespace Bpm.Workflows.Checks;

/// <summary>A While whose condition always holds, with nothing in it that leaves it.</summary>
internal sealed class EndlessLoopCheck : ICheck
{
    private static readonly string[] _exits = ["Elsa.Break", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault"];

    public IEnumerable<Finding> Run(Checked definition) =>
        from node in definition.Own
        where node.Type.Name == "Elsa.While" && definition.Drawn.Find(node.Path) is { } drawn && IsAlways(drawn) && !HasExit(definition.Graph, node)
        select definition.At(node, "LOOP-NO-EXIT", "循环条件永远成立，里面也没有“跳出循环”，走不出去；请改写条件，或在循环里加“跳出循环”。");

    private static bool IsAlways(DrawnActivity loop) => DrawnJson.Find(loop.Json, "condition", "expression", "value") is { } value
        && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && string.Equals(value.GetString()!.Trim(' ', ';'), "true", StringComparison.OrdinalIgnoreCase)));

    private static bool HasExit(WorkflowGraph graph, ActivityNode loop) =>
        graph.Nodes.Any(inner => inner.Path.StartsWith(loop.Path + ":", StringComparison.Ordinal) && _exits.Contains(inner.Type.Name));
}
