using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>The workflow itself: runs its root activity and ends with it.</summary>
internal sealed class WorkflowActivity(ActivityNode root) : Activity
{
    public static readonly ActivityType Type = new(
        new ActivityDescriptor("Elsa.Workflow", "结构", "流程", "流程本身") { IsContainer = true, IsBrowsable = false },
        reader => throw reader.Error("流程不能直接嵌套，请使用“流程作为活动”。"));

    public override void Execute(ActivityContext c) => c.Schedule(root);

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();
}
