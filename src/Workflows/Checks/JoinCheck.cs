using Bpm.Engine.Activities.Flowcharts;

namespace Bpm.Workflows.Checks;

/// <summary>
/// In counter mode: a join that waits for every branch, one of which a choice leaves out. It is skipped then, and all that follows it. Where
/// no outcome of the choice brings every branch it can never be passed; else it is a fault where a case hangs on it.
/// </summary>
internal sealed class JoinCheck : ICheck
{
    public IEnumerable<Finding> Run(Checked definition) => definition.Graph.FlowchartMode == FlowchartMode.CounterBased
        ? definition.Drawings.SelectMany(drawing => Run(definition, drawing))
        : [];

    private static IEnumerable<Finding> Run(Checked definition, Drawing drawing)
    {
        for (var join = 0; join < drawing.Nodes.Length; join++)
        {
            var node = drawing.Nodes[join];
            if (!drawing.Reachable[join] || node.Type.Name != "Elsa.FlowJoin" || definition.Drawn.Find(node.Path)?.Literal("mode") is not "WaitAll")
                continue;
            var wanted = drawing.Inbound(join).Where(c => !drawing.IsBackward(c.Source, join)).ToArray();
            if (wanted.Length < 2 || LeftOut.Of(drawing, join, wanted) is not { } leftOut)
                continue;
            var choice = definition.Name(drawing.Nodes[leftOut.Choice]);
            yield return leftOut.Always
                ? definition.At(node, "JOIN-NEVER", $"这里要等全部分支，但“{choice}”每次只走其中一些，永远等不齐，后面的步骤不会执行；请把汇合方式改为“等待所有走到的分支”，或改变连线。")
                : definition.At(node, "JOIN-SKIPPED", $"这里要等全部分支，但“{choice}”走“{leftOut.Port}”时有的分支不会走到，汇合和后面的步骤会被跳过；请把汇合方式改为“等待所有走到的分支”。", definition.IsForCases ? Severity.Error : Severity.Warning);
        }
    }
}
