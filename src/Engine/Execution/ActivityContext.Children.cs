using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Execution;

/// <content>Instances that this one starts.</content>
public sealed partial class ActivityContext
{
    /// <summary>Key of the input by which a child knows the instance that started it, as in Elsa.</summary>
    private const string ParentKey = "ParentInstanceId";

    /// <summary>
    /// Runs the published version of a workflow as an instance of its own, within this burst, until it waits or ends.
    /// It is stored together with this one.
    /// </summary>
    /// <param name="waits">Is its end to be told (<see cref="Stimulus.ChildEnded"/>) where it comes later? Then create the bookmark.</param>
    /// <exception cref="WorkflowException">There is no such workflow, it cannot be run, an input does not fit, or the chain of callers is too long.</exception>
    internal WorkflowInstance StartChild(string definitionId, IReadOnlyDictionary<string, object?> input, string? correlationId, bool waits)
    {
        var graph = Execution.Runner.Published(definitionId, Instance);
        var id = Guid.CreateVersion7(Now).ToString("N");
        var child = Execution.Nest(graph, new StartOptions
        {
            InstanceId = id,
            CorrelationId = correlationId,
            Input = ChildInput(input),
            TenantId = Instance.TenantId,
            ParentInstanceId = Instance.Id,
            ParentWaits = waits,
            Depth = NextDepth(graph),
        });
        Journal(JournalEvents.ChildStarted, id);
        return child;
    }

    /// <summary>Has an instance of the published version of a workflow started after this burst is stored. Gives its id.</summary>
    /// <param name="waits">Is its end to be told (<see cref="Stimulus.ChildEnded"/>)? Then create the bookmark.</param>
    /// <exception cref="WorkflowException">There is no such workflow, it cannot be run, or the chain of callers is too long.</exception>
    internal string Dispatch(string definitionId, IReadOnlyDictionary<string, object?> input, string? correlationId, bool waits)
    {
        var graph = Execution.Runner.Published(definitionId, Instance);
        var id = Guid.CreateVersion7(Now).ToString("N");
        Execution.Burst.Dispatches.Add(new WorkflowDispatch(id, graph.DefinitionId, correlationId, ChildInput(input), waits, NextDepth(graph)));
        Journal(JournalEvents.ChildDispatched, id);
        return id;
    }

    /// <summary>Asks somebody outside for a task. Gives its id, for which <see cref="Stimulus.RunTask"/> is to be awaited.</summary>
    internal string RequestTask(string name, IReadOnlyDictionary<string, object?> payload)
    {
        var id = Guid.CreateVersion7(Now).ToString("N");
        Execution.Burst.RequestedTasks.Add(new RequestedTask(id, name, Storable(payload)));
        return id;
    }

    private int NextDepth(WorkflowGraph graph) => Instance.Depth < Execution.Runner.Options.MaxChain
        ? Instance.Depth + 1
        : throw new ActivityFaultException(
            $"流程一个启动一个，已有 {Execution.Runner.Options.MaxChain} 层，不再启动流程 “{graph.Name}”（{graph.DefinitionId}）。请检查流程之间是否循环调用。");

    private Dictionary<string, object?> ChildInput(IReadOnlyDictionary<string, object?> input) =>
        new(Storable(input), StringComparer.Ordinal) { [ParentKey] = Instance.Id };

    private static Dictionary<string, object?> Storable(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(p => p.Key, p => VariableValues.Storable(p.Value, p.Key), StringComparer.Ordinal);
}
