using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Leaves by True or False.</summary>
internal sealed class FlowDecision(Input<bool> condition) : Activity
{
    private static readonly string[] True = ["True"];
    private static readonly string[] False = ["False"];

    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.FlowDecision", "分支", "判断", "按条件走“是”或“否”")
        {
            Inputs = [new("Condition", "Boolean", "条件") { UIHint = "checkbox", DefaultSyntax = "JavaScript" }],
            Ports = [new("True", "是"), new("False", "否")],
        },
        reader => new FlowDecision(reader.Input<bool>("condition")));

    public override void Execute(ActivityContext c) => c.Complete(c.Get(condition) ? True : False);
}
