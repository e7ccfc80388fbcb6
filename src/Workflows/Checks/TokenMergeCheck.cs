using Bpm.Engine.Activities.Flowcharts;

namespace Bpm.Workflows.Checks;

/// <summary>
/// In token mode: an activity that waits for all of its connections, one of which a choice can leave out for good. It would stand still.
/// </summary>
internal sealed class TokenMergeCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition) => definition.Graph.FlowchartMode == FlowchartMode.TokenBased
        ? definition.Drawings.SelectMany(drawing => Run(definition, drawing))
        : [];

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        for (var merge = 0; merge < drawing.Nodes.Length; merge++)
        {
            var mode = drawing.MergeMode(merge);
            if (!drawing.Reachable[merge] || mode is not (MergeMode.Merge or MergeMode.Converge))
                continue;
            var inbound = drawing.Inbound(merge);
            var wanted = mode == MergeMode.Merge ? [.. inbound.Where(c => !drawing.IsBackward(c.Source, merge))] : inbound;
            if (wanted.Length > 1 && Missing(drawing, merge, wanted, comesBack: inbound.Any(c => drawing.IsBackward(c.Source, merge))) is { } why)
            {
                yield return definition.At(drawing.Nodes[merge], "TOKEN-MERGE",
                    $"这里要等所有连线都走到，但{why}，流程会停住；请把汇合方式改为 Stream，或改变连线。");
            }
        }
    }

    private static string? Missing(Drawing drawing, int merge, (int Source, string Port)[] wanted, bool comesBack)
    {
        if (comesBack)
            return "有一条连线是从它后面回来的";
        for (var choice = 0; choice < drawing.Nodes.Length; choice++)
        {
            if (choice == merge || !drawing.Reachable[choice])
                continue;
            var ways = drawing.Ways(choice).ToArray();
            if (ways.Length < 2)
                continue;
            var without = drawing.ReachableFrom(drawing.Start, avoid: choice);
            foreach (var (port, targets) in ways)
            {
                var ahead = Ahead(drawing, targets, merge);
                // A way that comes back to the choice only puts it off.
                if (ahead[choice])
                    continue;
                var come = wanted.Count(c => c.Source == choice ? c.Port == port : ahead[c.Source] || without[c.Source]);
                if (come > 0 && come < wanted.Length)
                    return $"“{drawing.Nodes[choice].DisplayText ?? drawing.Nodes[choice].Name}”走“{port}”时有的连线不会走到";
            }
        }

        return null;
    }

    private static bool[] Ahead(Drawing drawing, int[] from, int merge)
    {
        var ahead = new bool[drawing.Nodes.Length];
        foreach (var target in from)
        {
            var reached = drawing.ReachableFrom(target, avoid: merge);
            for (var i = 0; i < ahead.Length; i++)
                ahead[i] |= reached[i];
        }

        return ahead;
    }
}
