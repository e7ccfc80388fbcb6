using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Flowcharts;

/// <summary>Activities that only mark a place: Start, and End, which ends its flowchart.</summary>
internal sealed class Marks : Activity
{
    public static ActivityType Start { get; } = new(
        new ActivityDescriptor("Elsa.Start", "流程", "开始", "流程图从这里开始") { IsStart = true }, _ => new Marks());

    public static ActivityType End { get; } = new(
        new ActivityDescriptor("Elsa.End", "流程", "结束", "流程图到这里结束") { IsTerminal = true }, _ => new Marks());

    public override void Execute(ActivityContext c) => c.Complete();
}
