namespace Bpm.Workflows.Checks;

/// <summary>
/// A path that stops. Of the paths that run side by side from a fork, one must lead to an end whatever happens on it; the others are
/// side branches and may stop. A path that is not beside such a one must lead to an end (End, Complete, Finish) by every port.
/// </summary>
internal sealed class DeadEndCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition) => definition.Drawings.SelectMany(drawing => Run(definition, drawing));

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        var safe = SurelyEnding(drawing);
        var seen = new HashSet<(int Node, bool Covered)>();
        var pending = new Stack<(int Node, bool Covered)>([(drawing.Start, false)]);
        var reported = new HashSet<(int, string)>();
        while (pending.TryPop(out var at))
        {
            if (!seen.Add(at) || drawing.IsTerminal(at.Node))
                continue;
            foreach (var branch in drawing.Branches(at.Node))
            {
                for (var i = 0; i < branch.Length; i++)
                    pending.Push((branch[i], at.Covered || branch.Where((_, j) => j != i).Any(t => safe[t])));
            }

            if (at.Covered || drawing.Nodes[at.Node].Type.Name == "Elsa.FlowFork")
                continue;
            foreach (var port in drawing.Ports(at.Node).Where(port => drawing.Targets(at.Node, port).Length == 0))
            {
                if (reported.Add((at.Node, port)))
                    yield return definition.At(drawing.Nodes[at.Node], "DEAD-END", $"出口“{port}”没有连到任何步骤，流程走到这里就停住了；请连到下一步或“结束”。");
            }
        }
    }

    /// <summary>Activities from which, whatever outcomes are chosen, at least one of the running paths comes to an end.</summary>
    private static bool[] SurelyEnding(Drawing drawing)
    {
        // Greatest fixpoint: a loop is taken to end; loops that cannot be left are another check's business.
        var safe = new bool[drawing.Nodes.Length];
        Array.Fill(safe, true);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < safe.Length; i++)
            {
                if (!safe[i] || drawing.IsTerminal(i) || drawing.Branches(i).All(branch => branch.Any(t => safe[t])))
                    continue;
                safe[i] = false;
                changed = true;
            }
        }

        return safe;
    }
}
