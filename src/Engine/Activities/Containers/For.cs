using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs its body for each number from a start to an end, one after another. The bounds are those of the moment it started.</summary>
internal sealed class For(Input<int> start, Input<int> end, Input<int> step, Input<bool> inclusive, ActivityNode? body, Output? currentValue)
    : Activity, ILoop, IBreakable
{
    private const int Last = 0;
    private const int Step = 1;
    private const int Inclusive = 2;
    private const int Breaking = 3;

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.For", "循环", "计数循环", "从起始数到结束数，每个数执行一次")
        {
            Inputs =
            [
                new("Start", "Int32", "起始"),
                new("End", "Int32", "结束"),
                new("Step", "Int32", "步长", "每次增加多少；倒数时填负数") { DefaultValue = 1 },
                new("OuterBoundInclusive", "Boolean", "包含结束数") { UIHint = "checkbox", DefaultValue = true },
            ],
            Outputs = [new("CurrentValue", "Object", "当前值", "本轮的数；循环体中也可用 getCurrentValue()")],
            Ports = [new("Body", "循环体", PortKind.Embedded)],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        c.Counters = [c.Get(end), c.Get(step), c.Get(inclusive) ? 1 : 0, 0];
        if (c.Counters[Step] == 0) throw new ActivityFaultException("计数循环的步长不能为 0。");
        Round(c, c.Get(start));
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (c.Counters![Breaking] != 0) c.Complete();
        else Round(c, (long)child.Tag + c.Counters[Step]);
    }

    public object? Value(ActivityContext c, int round, int variable) => round;

    public bool Break(ActivityContext c)
    {
        c.Counters![Breaking] = 1;
        return true;
    }

    private void Round(ActivityContext c, long value)
    {
        var (last, up) = (c.Counters![Last], c.Counters[Step] > 0);
        var within = value == last ? c.Counters[Inclusive] != 0 : up ? value < last : value > last;
        if (!within || body is null)
        {
            c.Complete();
            return;
        }
        c.Set(currentValue, (int)value);
        c.Schedule(body, (int)value);
    }

    private static For Compile(NodeReader reader)
    {
        var body = reader.Body("body", ["CurrentValue"]);
        if (body is null) reader.Warn("循环没有循环体，不会执行任何活动。");
        return new(
            reader.Input("start", 0), reader.Input("end", 0), reader.Input("step", 1), reader.Input("outerBoundInclusive", true),
            body, reader.Output("currentValue"));
    }
}
