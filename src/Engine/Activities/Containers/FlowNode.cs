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

    /// <summary>Elsa's base class of Sequence and Parallel, which hand-written definitions name: its activities run one after another, or its one body.</summary>
    public static ActivityType Container { get; } = new(
        new ActivityDescriptor("Elsa.Container", "结构", "容器", "依次执行其中的活动") { IsContainer = true, IsBrowsable = false },
        reader => reader.TryGet("activities", out _) ? new Sequence([.. reader.Children("activities")]) : new FlowNode(reader.Child("body")));

    public override void Execute(ActivityContext c)
    {
        if (body is null) c.Complete();
        else c.Schedule(body);
    }

    public override void ChildCompleted(ActivityContext c, ActivityContext child, IReadOnlyList<string> outcomes) => c.Complete();
}
