using Bpm.Engine.Activities.Children;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <content>Instances that a running one starts.</content>
public sealed partial class WorkflowRunner
{
    internal RunnerOptions Options => _options;

    /// <summary>The published workflow of this id, for the instance that wants to start it.</summary>
    internal WorkflowGraph Published(string definitionId, WorkflowInstance caller) => definitionId.Length == 0
        ? throw new ActivityFaultException("没有选择要启动的流程。")
        : graphs?.FindPublished(definitionId, caller.TenantId)
            ?? throw new ActivityFaultException($"没有已发布的流程 “{definitionId}”，请先发布它，或改正流程的编号。");

    /// <summary>Makes an instance and runs it within another one's burst.</summary>
    internal Burst StartWithin(BurstExecution around, WorkflowGraph g, StartOptions o, object? host) =>
        Run(g, Create(g, o, around.Now), host, around.Now, isNew: true, execution => execution.Schedule(null, g.Root, 0), around);

    /// <summary>Tells a waiting parent of the end. Where the child ends within the parent's own burst, the parent sees it at once.</summary>
    private static void TellParent(Burst burst)
    {
        var instance = burst.Instance;
        if (!instance.IsEnded || !instance.ParentWaits) return;
        burst.PublishedStimuli.Add(new PublishedStimulus(Stimulus.ChildEnded, instance.Id, null, ChildEnd.Of(instance).ToValue()));
    }
}
