using Bpm.Domain.Tasks;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;
using Bpm.Workflows.Instances;

namespace Bpm.Workflows.Cases;

/// <summary>
/// Runs the workflow of a case: the burst that was asked for, then one more burst for each activity that waits for what happened to a
/// clock meanwhile. The bursts are made one by one while the result is enumerated: <b>store each before taking the next</b>, all in one
/// transaction, and enumerate to the end. Thread-safe; an instance and a scope belong to one caller at a time.
/// </summary>
public sealed class CaseRunner(WorkflowRunner runner)
{
    /// <summary>Starts the workflow of a case that has just been registered, and ties the case to it.</summary>
    /// <param name="instanceId">Id of the new instance, or null for one made here.</param>
    public IEnumerable<Burst> Start(WorkflowGraph graph, CaseScope scope, string? instanceId = null)
    {
        var options = new StartOptions
        {
            InstanceId = instanceId ?? Guid.CreateVersion7(scope.Now).ToString("N"),
            CorrelationId = scope.Complaint.Number,
            TenantId = scope.Complaint.Organisation,
        };
        scope.Complaint.BindWorkflow(graph.DefinitionId, graph.VersionId, graph.Version, options.InstanceId);
        var burst = runner.Start(graph, options, scope);
        return Follow(graph, burst.Instance, scope, burst);
    }

    /// <summary>Ends an instance whose case goes on otherwise; its activities are cancelled, its bookmarks and timers burnt.</summary>
    public IEnumerable<Burst> Cancel(WorkflowGraph graph, WorkflowInstance instance, CaseScope scope) =>
        Follow(graph, instance, scope, runner.Cancel(graph, instance, scope));

    /// <summary>Lets the instance alone hear an event; nothing runs where nothing in it waits for it.</summary>
    public IEnumerable<Burst> Hear(WorkflowGraph graph, WorkflowInstance instance, CaseScope scope, string eventName) =>
        instance.Bookmarks.FirstOrDefault(b => b.Name == Stimulus.Event && b.Payload == eventName) is { } waiting
            ? Follow(graph, instance, scope, runner.Resume(graph, instance, waiting.Id, null, scope))
            : [];

    /// <summary>Goes on after a human task was completed. Nothing runs where nothing waits for it (any more).</summary>
    public IEnumerable<Burst> Completed(WorkflowGraph graph, WorkflowInstance instance, HumanTask task, CaseScope scope) =>
        task.BookmarkId is { } bookmark ? Follow(graph, instance, scope, runner.Resume(graph, instance, bookmark, null, scope)) : [];

    /// <summary>
    /// Goes back from a task that waits to the step of one that was completed; see <see cref="CaseReturns"/>. A task that was taken back
    /// (<see cref="CaseScope.TakenBack"/>) is waited for again, else the step opens a new one.
    /// </summary>
    public IEnumerable<Burst> GoBack(WorkflowGraph graph, WorkflowInstance instance, HumanTask from, HumanTask to, CaseScope scope) =>
        from.BookmarkId is { } bookmark && to.NodePath is { } path ? Follow(graph, instance, scope, runner.GoBack(graph, instance, bookmark, path, scope)) : [];

    /// <summary>Does to the instance what has nothing to do with cases: a timer, a stimulus, a repair.</summary>
    public IEnumerable<Burst> Act(WorkflowGraph graph, WorkflowInstance instance, InstanceAction action, CaseScope scope) =>
        Follow(graph, instance, scope, action(runner, graph, instance, scope));

    /// <summary>Tells waiting activities what <see cref="CaseScope.Fire"/> found. Mostly nothing waits and nothing runs.</summary>
    public IEnumerable<Burst> Signals(WorkflowGraph graph, WorkflowInstance instance, CaseScope scope) => Follow(graph, instance, scope, null);

    private IEnumerable<Burst> Follow(WorkflowGraph graph, WorkflowInstance instance, CaseScope scope, Burst? first)
    {
        if (first is { Changed: true })
            yield return first;
        while (scope.Signals.TryDequeue(out var signal))
        {
            var waiting = instance.Bookmarks.Where(b => b.Name == ClockEvents.Bookmark && scope.SameDuty(signal.RuleId, b.Payload)).Select(b => b.Id).ToArray();
            foreach (var bookmark in waiting)
            {
                var burst = runner.Resume(graph, instance, bookmark, signal.Event, scope);
                if (burst.Changed)
                    yield return burst;
            }
        }
    }
}
