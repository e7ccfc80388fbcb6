using System.Collections.Concurrent;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;

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

    public override void TakeOver(RunMove move)
    {
        var former = (Flowchart)move.From.Activity;
        if (move.Former.Counters is not { } counters) return;
        if (former._mode != _mode)
        {
            move.Refuse(
                MigrationProblemKind.FlowchartModeDiffers, move.From, move.To, $"流程图 “{move.From.Label}” 在两个版本中的执行方式不同（{former._mode}、{_mode}），正在执行的流程不能更换。");
            return;
        }
        // A trigger that began the flowchart is still its beginning, where it is still there.
        var start = counters.Length == former._rules.Size ? -1 : counters[^1];
        var begun = start < 0 || move.Map.Of(former._children[start]) is not { } to ? -1 : Array.IndexOf(_children, to);
        var rules = begun < 0 || begun == _drawing.Start ? _rules : RulesOf(begun);
        move.Run.Counters = new int[rules == _rules ? rules.Size : rules.Size + 1];
        if (rules != _rules) move.Run.Counters[^1] = begun;
        var drawing = new MovedDrawing(move, former.RulesOf(move.Former), rules);
        if (!drawing.IsInOrder()) return;
        if (_mode == FlowchartMode.TokenBased) new MovedTokens(move, drawing).Move();
        else new MovedCounters(move, drawing).Move();
    }

    internal override Action? WayBack(ActivityContext c, ActivityNode from, ActivityNode to) => RulesOf(c).WayBack(c, from.LocalIndex, to.LocalIndex);

    internal override void ChildStarting(ActivityContext c, ActivityContext child) =>
        RulesOf(c).Starting(c, child.Node.LocalIndex, (FlowTag)child.Tag);

    /// <summary>An activity that starts the workflow makes another drawing: other connections go forward and back.</summary>
    private FlowRules RulesOf(ActivityContext c) => c.Counters!.Length == _rules.Size ? _rules : RulesOf(c.Counters[^1]);

    private FlowRules RulesOf(int start) =>
        _rulesOfOtherStarts.GetOrAdd(start, begun => Rules(new FlowConnections(_drawing.Connections, begun, _children.Length)));

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
