using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Execution;

/// <content>Instances that a running one starts.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>The published workflow of this id, for the instance that wants to start it.</summary>
    internal WorkflowGraph Published(string definitionId, WorkflowInstance caller) =>
        graphs?.FindPublished(definitionId, caller.TenantId)
        ?? throw new ActivityFaultException($"没有已发布的流程 “{definitionId}”，请先发布它，或改正流程的编号。");
}
