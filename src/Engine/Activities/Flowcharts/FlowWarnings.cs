using Bpm.Engine.Definitions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>What can be drawn in a flowchart but can hardly be meant.</summary>
internal sealed class FlowWarnings(NodeReader reader, ActivityNode[] children, FlowDrawing drawing)
{
    /// <summary>Notes all of it.</summary>
    /// <param name="connections">Seen from the drawn start.</param>
    public void Find(FlowConnections connections, FlowchartMode mode)
    {
        List<FlowConnections> views = [connections];
        for (var i = 0; i < children.Length; i++)
            if (drawing.CanStart[i] && i != drawing.Start) views.Add(new(drawing.Connections, i, children.Length));
        for (var i = 0; i < children.Length; i++)
        {
            if (!views.Exists(v => v.IsReachable(i)))
                reader.Warn(children[i], DefinitionError.Unreachable, $"活动 “{children[i].Label}” 没有连线通到，永远不会执行；请从上一步连过来，或把它删去。");
        }
        for (var i = 0; i < drawing.Connections.Length; i++)
        {
            var (source, port, target) = drawing.Connections[i];
            if (!children[source].Activity.Ports.Contains(port))
            {
                reader.Warn(children[source], DefinitionError.UnknownPort,
                    $"有一条到 “{children[target].Label}” 的连线从 “{children[source].Label}” 的出口 “{port}” 出发，但该活动没有这个出口。{DidYouMean.Clause(port, children[source].Activity.Ports)}请删去这条连线，或改从已有的出口连出。");
            }
            if (mode == FlowchartMode.CounterBased
                && views.Exists(v => v.IsBackward[i] && !v.IsValidBackward[i] && v.IsReachable(source)))
                reader.Warn(children[source], DefinitionError.WayBack, CounterRules.Unstructured(children[source], children[target]));
        }
    }
}
