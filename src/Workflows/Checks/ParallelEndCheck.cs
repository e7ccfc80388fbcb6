namespace Bpm.Workflows.Checks;

/// <summary>
/// Two paths that run side by side and each come to an end of their own: the first to arrive would cut the other off.
/// An end behind a place where both have met is no such thing.
/// </summary>
internal sealed class ParallelEndCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition)
    {
        foreach (var drawing in definition.Drawings)
        {
            for (var node = 0; node < drawing.Nodes.Length; node++)
            {
                if (!drawing.Reachable[node])
                    continue;
                foreach (var branch in drawing.Branches(node))
                {
                    if (EndsAlone(drawing, node, branch) > 1)
                        yield return definition.At(drawing.Nodes[node], "PARALLEL-ENDS", "从这里分出的几条线各有自己的“结束”，先到的会中断其他线；只让一条线结束流程，其余的停在最后一步即可。");
                }
            }
        }
    }

    private static int EndsAlone(Drawing drawing, int fork, int[] branch)
    {
        if (branch.Length < 2)
            return 0;
        var reached = branch.Select(target => drawing.ReachableFrom(target, avoid: fork)).ToArray();
        return reached.Where((mine, i) => Enumerable.Range(0, drawing.Nodes.Length).Any(n =>
            mine[n] && drawing.IsTerminal(n) && !reached.Where((_, j) => j != i).Any(other => other[n]))).Count();
    }
}
