using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.TestKit.Engine;

/// <content>Instances that others start, and tasks that they ask for.</content>
public sealed partial class EngineHost : IWorkflowGraphs
{
    private readonly Dictionary<WorkflowDefinition, WorkflowGraph> _graphs = [];
    private readonly Dictionary<string, WorkflowGraph> _versions = [];
    private readonly Queue<Func<Task>> _letters = new();
    private bool _delivering;

    /// <summary>
    /// Are dispatched instances started, and parents told of their children's end, after each burst? Else <see cref="DeliverAsync"/> does it.
    /// Events published by instances are never delivered: a test sends them.
    /// </summary>
    public bool DeliversAtOnce { get; set; } = true;

    /// <summary>Tasks asked for so far.</summary>
    public List<RequestedTask> RequestedTasks { get; } = [];

    /// <summary>All instances, in the order that they were first stored.</summary>
    public IReadOnlyList<WorkflowInstance> Instances => [.. _order.Select(Instance)];

    /// <summary>Instances that another one started, oldest first.</summary>
    public IReadOnlyList<WorkflowInstance> ChildrenOf(string instanceId) => [.. Instances.Where(i => i.ParentInstanceId == instanceId)];

    /// <summary>Starts what was dispatched and tells parents of ends, until nothing is left.</summary>
    public async Task DeliverAsync()
    {
        if (_delivering) return;
        _delivering = true;
        while (_letters.TryDequeue(out var deliver)) await deliver();
        _delivering = false;
    }

    /// <summary>Reports a task as done. Gives the number of instances resumed.</summary>
    public Task<int> CompleteTaskAsync(string taskId, object? result = null) => StimulateAsync(Stimulus.RunTask, taskId, result);

    /// <summary>Cancels an instance and, as in Elsa, its running children.</summary>
    public async Task<Burst> CancelAsync(string instanceId)
    {
        var burst = await RunAsync(instanceId, (graph, instance) => _runner.Cancel(graph, instance, _host));
        foreach (var child in ChildrenOf(instanceId).Where(i => !i.IsEnded)) await CancelAsync(child.Id);
        return burst;
    }

    WorkflowGraph? IWorkflowGraphs.FindPublished(string definitionId, string? tenantId) =>
        Definitions.FindPublished(definitionId) is { } definition ? Graph(definition) : null;

    private WorkflowGraph Graph(WorkflowDefinition definition)
    {
        if (_graphs.TryGetValue(definition, out var graph)) return graph;
        return _versions[definition.Id] = _graphs[definition] = Compiler.Compile(definition, Definitions);
    }

    private void Post(Burst burst)
    {
        foreach (var dispatch in burst.Dispatches) _letters.Enqueue(() => StartDispatchedAsync(burst.Instance, dispatch));
        foreach (var stimulus in burst.PublishedStimuli)
            if (stimulus.Name == Stimulus.ChildEnded) _letters.Enqueue(() => StimulateAsync(stimulus.Name, stimulus.Payload, stimulus.Value));
    }

    private async Task StartDispatchedAsync(WorkflowInstance parent, WorkflowDispatch dispatch)
    {
        var graph = Graph(Definitions.FindPublished(dispatch.DefinitionId)!);
        await StartAsync(graph, new StartOptions
        {
            InstanceId = dispatch.InstanceId,
            CorrelationId = dispatch.CorrelationId,
            Input = dispatch.Input,
            TenantId = parent.TenantId,
            ParentInstanceId = parent.Id,
            ParentWaits = dispatch.ParentWaits,
            Depth = dispatch.Depth,
        });
    }
}
