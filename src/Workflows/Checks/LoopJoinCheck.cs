using Bpm.Engine.Activities.Flowcharts;

namespace Bpm.Workflows.Checks;

/// <summary>
/// A place behind a loop where a path from outside the loop joins, in counter mode. A join counts its connections round by round: after the loop has
/// gone round once more, the connection from outside is one round behind and the join waits for ever (or runs too early).
/// </summary>
internal sealed class LoopJoinCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition) => definition.Graph.FlowchartMode == FlowchartMode.CounterBased
        ? definition.Drawings.SelectMany(drawing => Run(definition, drawing))
        : [];

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        var count = drawing.Nodes.Length;
        var forward = new int[count][];
        var heads = new SortedSet<int>();
        for (var node = 0; node < count; node++)
        {
            forward[node] = drawing.Reachable[node] ? [.. drawing.Next[node].Where(next => !drawing.IsBackward(node, next))] : [];
            if (drawing.Reachable[node])
                heads.UnionWith(drawing.Next[node].Where(next => drawing.IsBackward(node, next)));
        }

        var told = new HashSet<int>();
        foreach (var head in heads)
        {
            var behind = Ahead(forward, head);
            var outside = drawing.ReachableFrom(drawing.Start, avoid: head);
            for (var join = 0; join < count; join++)
            {
                // Only the first place where the paths meet is the cause; what follows it is dragged along.
                if (join != head && behind[join] && outside[join]
                    && Any(count, n => forward[n].Contains(join) && (n == head || (behind[n] && !outside[n])))
                    && Any(count, n => forward[n].Contains(join) && n != head && outside[n])
                    && told.Add(join))
                {
                    yield return definition.At(drawing.Nodes[join], "LOOP-JOIN",
                        $"从“{definition.Name(drawing.Nodes[head])}”开始的回环与另一条路在这里汇合，回环走第二遍后会卡住；请各接一个步骤，或把回环做成公共流程。");
                }
            }
        }
    }

    private static bool Any(int count, Predicate<int> holds)
    {
        for (var n = 0; n < count; n++)
        {
            if (holds(n))
                return true;
        }

        return false;
    }

    private static bool[] Ahead(int[][] forward, int head)
    {
        var seen = new bool[forward.Length];
        var stack = new Stack<int>([head]);
        while (stack.TryPop(out var current))
        {
            if (seen[current])
                continue;
            seen[current] = true;
            foreach (var next in forward[current])
                stack.Push(next);
        }

        return seen;
    }
}
