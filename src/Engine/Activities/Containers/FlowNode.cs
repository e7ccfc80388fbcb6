using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Activities.Containers;

/// <summary>Runs one activity and ends with it.</summary>
internal sealed class FlowNode(ActivityNode? body) : Activity
{
    public static ActivityType Type { get; } = new(
        new ActivityDescriptor("Elsa.FlowNode", "结构", "容器", "执行其中的一个活动")
        {
            Ports = [new("Body", "内容", PortKind.Embedded)],
        },
        reader => new FlowNode(reader.Child("body")));

    /// <summary>Elsa's base class of Sequence, Parallel and Flowchart; no activity of its own, though hand-written definitions name it.</summary>
    public static ActivityType Container { get; } = new(
        new ActivityDescriptor("Elsa.Container", "结构", "容器", "Elsa 内部的基类，不能直接使用") { IsContainer = true, IsBrowsable = false },
        reader => throw reader.Error("Elsa.Container 是 Elsa 内部的基类，不能执行。请改用 Elsa.Sequence（依次）、Elsa.Parallel（并行）、Elsa.Flowchart 或 Elsa.FlowNode。"));

    public override void Execute(ActivityContext c)
    {
        if (body is null) c.Complete();
        else c.Schedule(body);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();
}
