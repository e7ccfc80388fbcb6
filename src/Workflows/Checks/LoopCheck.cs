using Bpm.Engine.Definitions;
using Bpm.Workflows.Activities;

namespace Bpm.Workflows.Checks;

/// <summary>Loops that cannot be left, and loops that nobody and nothing waits in.</summary>
internal sealed class LoopCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        foreach (var drawing in definition.Drawings)
        {
            var told = new bool[drawing.Nodes.Length];
            for (var node = 0; node < drawing.Nodes.Length; node++)
            {
                if (!drawing.Reachable[node] || told[node] || !Loops(drawing, node, _ => true))
                    continue;
                var ahead = drawing.ReachableFrom(node, avoid: -1);
                if (!Enumerable.Range(0, ahead.Length).Any(n => ahead[n] && Leaves(drawing, n)))
                {
                    ahead.CopyTo(told, 0);
                    yield return definition.At(drawing.Nodes[node], "LOOP-NO-EXIT", "这里是一个走不出去的循环，请给它一个出口。");
                }
                else if (!Waits(definition.Graph, drawing, node) && Loops(drawing, node, n => !Waits(definition.Graph, drawing, n)))
                {
                    yield return definition.At(drawing.Nodes[node], "LOOP-BUSY", "这个循环里没有人工步骤，也不等待任何时间或事件，会一直空转；请加一个等待的步骤。");
                    ahead.CopyTo(told, 0);
                }
            }
        }
    }

    private static bool Leaves(Drawing drawing, int node) =>
        drawing.IsTerminal(node) || drawing.Ports(node).Any(port => drawing.Targets(node, port).Length == 0);

    private static bool Loops(Drawing drawing, int node, Func<int, bool> among)
    {
        var seen = new HashSet<int>();
        var stack = new Stack<int>(drawing.Next[node].Where(among));
        while (stack.TryPop(out var current))
        {
            if (current == node)
                return true;
            if (!seen.Add(current))
                continue;
            foreach (var next in drawing.Next[current].Where(among))
                stack.Push(next);
        }

        return false;
    }

    // A child workflow or container waits where anything inside it does.
    private static bool Waits(WorkflowGraph graph, Drawing drawing, int node)
    {
        var path = drawing.Nodes[node].Path;
        return graph.Nodes.Any(inner => (inner.Path == path || inner.Path.StartsWith(path + ":", StringComparison.Ordinal))
            && (inner.Activity is HumanTaskActivity or WaitForClockActivity || inner.Type.Name is "Elsa.Delay" or "Elsa.Event" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt"));
    }
}
