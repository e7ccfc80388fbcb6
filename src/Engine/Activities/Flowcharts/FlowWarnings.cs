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
            if (!views.Exists(v => v.IsReachable(i))) reader.Warn($"活动 “{children[i].Name}” 没有连线通到，永远不会执行。");
        for (var i = 0; i < drawing.Connections.Length; i++)
        {
            var (source, port, target) = drawing.Connections[i];
            if (!children[source].Activity.Ports.Contains(port))
                reader.Warn($"连线从 “{children[source].Name}” 的出口 “{port}” 出发，但该活动没有这个出口。{DidYouMean.Clause(port, children[source].Activity.Ports)}");
            if (mode == FlowchartMode.CounterBased
                && views.Exists(v => v.IsBackward[i] && !v.IsValidBackward[i] && v.IsReachable(source)))
                reader.Warn(CounterRules.Unstructured(children[source], children[target]));
        }
    }
}
