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
            if (wanted.Length > 1 && Missing(definition, drawing, merge, wanted, comesBack: inbound.Any(c => drawing.IsBackward(c.Source, merge))) is { } why)
            {
                yield return definition.At(drawing.Nodes[merge], "TOKEN-MERGE",
                    $"这里要等所有连线都走到，但{why}，流程会停住；请把汇合方式改为 Stream，或改变连线。");
            }
        }
    }

    private static string? Missing(Checked definition, Drawing drawing, int merge, (int Source, string Port)[] wanted, bool comesBack)
    {
        if (comesBack)
            return "有一条连线是从它后面回来的";
        return LeftOut.Of(drawing, merge, wanted) is { } leftOut
            ? $"“{definition.Name(drawing.Nodes[leftOut.Choice])}”走“{leftOut.Port}”时有的连线不会走到"
            : null;
    }
}
