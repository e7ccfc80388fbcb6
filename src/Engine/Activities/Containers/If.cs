using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs one of two activities.</summary>
internal sealed class If(Input<bool> condition, ActivityNode? then, ActivityNode? @else, Output? result) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.If", "分支", "如果", "按条件执行两个活动之一")
        {
            Inputs = [new("Condition", "Boolean", "条件") { UIHint = "checkbox", DefaultSyntax = "JavaScript" }],
            Outputs = [new("Result", "Boolean", "结果")],
            Ports = [new("Then", "那么", PortKind.Embedded), new("Else", "否则", PortKind.Embedded)],
        },
        reader => new If(reader.Input<bool>("condition"), reader.Child("then"), reader.Child("else"), reader.Output("result")));

    public override void Execute(ActivityContext c)
    {
        var value = c.Get(condition);
        c.Set(result, value);
        if ((value ? then : @else) is { } branch) c.Schedule(branch);
        else c.Complete();
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();
}
