using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Ends;

/// <summary>Ends the workflow or child workflow around it with outcomes.</summary>
internal sealed class Complete(Input<IReadOnlyList<string>> outcomes) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.Complete", "流程", "完成", "以给定的结果结束所在的流程")
        {
            Inputs = [new("Outcomes", "Object", "结果", "一个结果或结果列表") { UIHint = "outcome-picker" }],
            IsTerminal = true,
        },
        reader => new Complete(reader.Input<IReadOnlyList<string>>("outcomes", [])));

    public override void Execute(ActivityContext c) => c.CompleteWorkflow([.. c.Get(outcomes)]);
}
