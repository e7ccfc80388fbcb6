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
        var (safe, ends) = (SurelyEnding(drawing), PerhapsEnding(drawing));
        var seen = new HashSet<(int Node, bool Covered)>();
        var pending = new Stack<(int Node, bool Covered, Way? Way)>([(drawing.Start, false, null)]);
        var reported = new HashSet<(int, string)>();
        while (pending.TryPop(out var at))
        {
            if (!seen.Add((at.Node, at.Covered)) || drawing.IsTerminal(at.Node))
                continue;
            foreach (var branch in drawing.Branches(at.Node))
            {
                var leads = branch.Any(t => ends[t]);
                for (var i = 0; i < branch.Length; i++)
                {
                    // Beside a path that can come to an end, one that cannot was never meant to.
                    var covered = at.Covered || (leads && !ends[branch[i]]) || branch.Where((_, j) => j != i).Any(t => safe[t]);
                    pending.Push((branch[i], covered, new(at.Node, leads ? null : at.Way)));
                }
            }

            if (at.Covered || drawing.Nodes[at.Node].Type.Name == "Elsa.FlowFork")
                continue;
            // What is to happen when a time has come is another check's business.
            foreach (var port in drawing.Ports(at.Node).Where(port => drawing.Targets(at.Node, port).Length == 0 && port != TimeoutCheck.PortOf(drawing.Nodes[at.Node])))
            {
                if (reported.Add((at.Node, port)))
                    yield return definition.At(drawing.Nodes[at.Node], "DEAD-END", $"出口“{port}”没有连到任何步骤，流程{Told(definition, drawing, at.Way)}走到这里就停住了；请连到下一步或“结束”。");
            }
        }
    }

    // The connection that is missing may be anywhere since the path left those that come to an end: here, or beside the one that led here.
    private static string Told(Checked definition, Drawing drawing, Way? way)
    {
        var names = new List<string>();
        for (; way is not null; way = way.Before)
            names.Insert(0, $"“{definition.Name(drawing.Nodes[way.Node])}”");
        return names.Count == 0 ? "" : $"从{string.Join("、", names)}";
    }

    private sealed record Way(int Node, Way? Before);

    /// <summary>Activities from which an end can be reached at all.</summary>
    private static bool[] PerhapsEnding(Drawing drawing)
    {
        var ends = new bool[drawing.Nodes.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = drawing.IsTerminal(i);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var i = 0; i < ends.Length; i++)
            {
                if (!ends[i] && drawing.Next[i].Any(t => ends[t]))
                    changed = ends[i] = true;
            }
        }

        return ends;
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
