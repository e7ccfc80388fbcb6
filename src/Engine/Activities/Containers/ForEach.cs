using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Migration;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs its body for each item of a list, one after another.</summary>
internal sealed class ForEach(LoopItems items, ActivityNode? body, Output? currentValue) : Activity, ILoop, IBreakable
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.ForEach", "循环", "逐项循环", "依次处理列表中的每一项")
        {
            Inputs = [new("Items", "Object[]", "列表", "要逐项处理的列表") { UIHint = "multiline", DefaultSyntax = "JavaScript" }],
            Outputs = [new("CurrentValue", "Object", "当前项", "本轮的项；循环体中也可用 getCurrentValue() 和 getCurrentIndex()")],
            Ports = [new("Body", "循环体", PortKind.Embedded)],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        items.Take(c);
        Round(c, 0);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (c.Counters is not null) c.Complete();
        else Round(c, child.Tag + 1);
    }

    public override void TakeOver(RunMove move) => LoopItems.TakeOver(move, ((ForEach)move.From.Activity).Items);

    private LoopItems Items => items;

    public object? Value(ActivityContext c, int round, int variable) => items.Value(c, round, variable);

    public bool Break(ActivityContext c)
    {
        c.Counters = [1];
        return true;
    }

    private void Round(ActivityContext c, int index)
    {
        var list = items.Of(c);
        if (index >= list.Count)
        {
            c.Complete();
            return;
        }
        c.Set(currentValue, list[index]);
        if (body is null) c.Complete();
        else c.Schedule(body, index);
    }

    private static ForEach Compile(NodeReader reader)
    {
        var body = reader.Body("body", LoopItems.Variables);
        if (body is null) reader.Warn("循环没有循环体，不会执行任何活动。");
        return new(new LoopItems(reader.Input<IReadOnlyList<object?>>("items", [])), body, reader.Output("currentValue"));
    }
}
