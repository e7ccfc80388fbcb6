using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs its body again and again while a condition holds.</summary>
internal sealed class While(Input<bool> condition, ActivityNode? body) : Activity, IBreakable
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.While", "循环", "当…时循环", "条件成立时反复执行")
        {
            Inputs = [new("Condition", "Boolean", "条件") { UIHint = "checkbox", DefaultSyntax = "JavaScript" }],
            Ports = [new("Body", "循环体", PortKind.Embedded)],
        },
        Compile);

    public override void Execute(ActivityContext c)
    {
        if (c.Get(condition)) c.Schedule(body!);
        else c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes)
    {
        if (c.Counters is not null) c.Complete();
        else Execute(c);
    }

    public bool Break(ActivityContext c)
    {
        c.Counters = [1];
        return true;
    }

    private static While Compile(NodeReader reader)
    {
        var condition = reader.Input<bool>("condition");
        var body = reader.Child("body");
        if (body is null && condition is not { IsConstant: true, Constant: false }) throw reader.Error("循环没有循环体。");
        return new(condition, body);
    }
}
