using System.Collections.Concurrent;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Activities joined by connections. By which rules they run is the workflow's choice: see <see cref="FlowchartMode"/>.</summary>
internal sealed class Flowchart : Activity
{
    private readonly ActivityNode[] _children;
    private readonly FlowDrawing _drawing;
    private readonly FlowchartMode _mode;
    private readonly FlowRules _rules;
    private readonly ConcurrentDictionary<int, FlowRules> _rulesOfOtherStarts = [];

    private Flowchart(ActivityNode[] children, FlowDrawing drawing, FlowConnections connections, FlowchartMode mode)
    {
        (_children, _drawing, _mode) = (children, drawing, mode);
        for (var i = 0; i < children.Length; i++) children[i].LocalIndex = i;
        _rules = Rules(connections);
    }

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Flowchart", "结构", "流程图", "用连线组成的一组活动") { IsContainer = true },
        Compile);

    /// <summary>What the stored counters refer to; part of the graph's fingerprint.</summary>
    internal string Shape => (_mode == FlowchartMode.TokenBased ? "tokens\n" : "")
        + string.Join('\n', _drawing.Connections.Select(c => $"{c.Source}>{c.Port}>{c.Target}"));

    public override void Execute(ActivityContext c)
    {
        if (_children.Length == 0)
        {
            c.Complete();
            return;
        }
        var start = c.Instance.Trigger is { } trigger ? Array.FindIndex(_children, n => n.Path == trigger.NodePath) : -1;
        if (start < 0) start = _drawing.Start;
        c.Counters = new int[start == _drawing.Start ? _rules.Size : _rules.Size + 1];
        if (start != _drawing.Start) c.Counters[^1] = start;
        c.Schedule(_children[start]);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (child.Node.Type.Descriptor.IsTerminal)
        {
            c.Complete();
            return;
        }
        var rules = RulesOf(c);
        rules.Leave(c, child.Node.LocalIndex, (FlowTag)child.Tag, outcomes);
        if (!c.HasWork) rules.End(c);
    }

    internal override void ChildStarting(ActivityContext c, ActivityContext child) =>
        RulesOf(c).Starting(c, child.Node.LocalIndex, (FlowTag)child.Tag);

    /// <summary>An activity that starts the workflow makes another drawing: other connections go forward and back.</summary>
    private FlowRules RulesOf(ActivityContext c) => c.Counters!.Length == _rules.Size
        ? _rules
        : _rulesOfOtherStarts.GetOrAdd(c.Counters[^1], start => Rules(new FlowConnections(_drawing.Connections, start, _children.Length)));

    private FlowRules Rules(FlowConnections connections) => _mode == FlowchartMode.TokenBased
        ? new TokenRules(_children, connections, _drawing.MergeModes)
        : new CounterRules(_children, connections);

    private static Flowchart Compile(NodeReader reader)
    {
        var children = reader.Children("activities").ToArray();
        var drawing = new FlowDrawing(reader, children);
        var connections = new FlowConnections(drawing.Connections, drawing.Start, children.Length);
        var mode = reader.Builder.FlowchartMode;
        // A child that did not compile has no ports to check; its own error says why.
        if (Array.TrueForAll(children, n => n.Activity is not null)) new FlowWarnings(reader, children, drawing).Find(connections, mode);
        return new(children, drawing, connections, mode);
    }
}
