using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>The process of a category or duty closes its case before it ends.</summary>
internal sealed class ClosingCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        if (definition.Drawings.Count == 0 || !definition.IsStartedByCases)
            yield break;
        var drawing = definition.Drawings[0];
        var closed = Enumerable.Range(0, drawing.Nodes.Length).Where(n => Closes(definition.Graph, drawing, n)).ToHashSet();
        var open = WithoutClosing(drawing, closed);
        for (var node = 0; node < drawing.Nodes.Length; node++)
        {
            if (open[node] && drawing.IsTerminal(node))
                yield return definition.At(drawing.Nodes[node], "NOT-CLOSED", "流程可以不经“结案”走到这里，案件会一直挂着；请在前面加“结案”。");
        }
    }

    private static bool Closes(WorkflowGraph graph, Drawing drawing, int node)
    {
        var path = drawing.Nodes[node].Path;
        return graph.Nodes.Any(inner => inner.Activity is CloseActivity && (inner.Path == path || inner.Path.StartsWith(path + ":", StringComparison.Ordinal)));
    }

    private static bool[] WithoutClosing(Drawing drawing, HashSet<int> closed)
    {
        var seen = new bool[drawing.Nodes.Length];
        var stack = new Stack<int>([drawing.Start]);
        while (stack.TryPop(out var current))
        {
            if (seen[current])
                continue;
            seen[current] = true;
            if (closed.Contains(current))
            {
                seen[current] = false;
                continue;
            }

            foreach (var next in drawing.Next[current].Where(next => !seen[next] && !closed.Contains(next)))
                stack.Push(next);
        }

        return seen;
    }
}
