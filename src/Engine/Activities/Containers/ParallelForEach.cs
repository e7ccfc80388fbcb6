using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Migration;

namespace Bpm.Engine.Activities.Containers;

/// <summary>
/// Starts its body for each item of a list at once and waits for all of them. They take turns; nothing runs at the same time.
/// As in Elsa a Break inside does not end it: it goes on to the loop around.
/// </summary>
internal sealed class ParallelForEach(LoopItems items, ActivityNode? body) : Activity, ILoop
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.ParallelForEach", "循环", "并行逐项", "同时处理列表中的每一项，全部完成后继续")
        {
            Inputs = [new("Items", "Object", "列表", "要逐项处理的列表；循环体中用 getCurrentValue() 和 getCurrentIndex()") { UIHint = "multiline", DefaultSyntax = "JavaScript" }],
            Ports = [new("Body", "循环体", PortKind.Embedded)],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        var count = body is null ? 0 : items.Take(c).Count;
        c.Counters = [count];
        for (var i = 0; i < count; i++) c.Schedule(body!, i);
        if (count == 0) c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (--c.Counters![0] == 0) c.Complete();
    }

    public override void TakeOver(RunMove move) => LoopItems.TakeOver(move, ((ParallelForEach)move.From.Activity).Items);

    private LoopItems Items => items;

    public object? Value(ActivityContext c, int round, int variable) => items.Value(c, round, variable);

    private static ParallelForEach Compile(NodeReader reader)
    {
        var body = reader.Body("body", LoopItems.Variables);
        if (body is null) reader.Warn("循环没有循环体，不会执行任何活动。");
        return new(new LoopItems(reader.Input<IReadOnlyList<object?>>("items", [])), body);
    }
}
