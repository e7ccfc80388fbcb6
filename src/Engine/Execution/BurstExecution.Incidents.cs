using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Execution;

/// <content>What becomes of exceptions, and of activities that are repaired.</content>
internal sealed partial class BurstExecution
{
    private const int MaxMessage = 4_000;

    /// <summary>Runs a failed activity again, as a new run in the same place.</summary>
    public void Retry(IEnumerable<ActivityContext> failed)
    {
        foreach (var context in failed)
        {
            Resolve(context, IncidentResolution.Retried);
            Record(context, JournalEvents.Retried, [], null);
            context.Parent?.Remove(context);
            Schedule(context.Parent, context.Node, context.Tag);
        }
        Reopen();
    }

    /// <summary>Takes a failed activity as completed.</summary>
    public void Skip(ActivityContext failed, string[] outcomes)
    {
        Resolve(failed, IncidentResolution.Skipped);
        Record(failed, JournalEvents.Skipped, [], null);
        Reopen();
        failed.Status = ActivityStatus.Running;
        failed.Completing = outcomes;
        Settle(failed);
    }

    private void Fault(ActivityContext context, Exception exception)
    {
        _endedScope = null;
        FinishRequested = false;
        while (context.LastChild is { } child) CancelTree(child);
        Close(context, ActivityStatus.Faulted);
        AddIncident(context, exception);
        Record(context, JournalEvents.Faulted, [], exception.GetType().Name);
        if (graph.IncidentStrategy != IncidentStrategy.Fault) return;
        // The state keeps what waited, so that the instance can be repaired; nothing outside may resume it meanwhile.
        foreach (var bookmark in instance.BookmarkList) DropRow(bookmark);
        instance.Status = WorkflowStatus.Finished;
        instance.SubStatus = WorkflowSubStatus.Faulted;
        instance.FinishedAt = now;
    }

    /// <summary>Brings an instance that ended by a fault back to life: what waited waits again, what was about to start starts.</summary>
    private void Reopen()
    {
        if (!instance.IsEnded) return;
        instance.Status = WorkflowStatus.Running;
        instance.FinishedAt = null;
        foreach (var bookmark in instance.BookmarkList) AddRow(bookmark);
        // Their containers have them counted already.
        foreach (var item in instance.Pending) _queue.Enqueue(item);
        instance.Pending = [];
    }

    private void AddIncident(ActivityContext context, Exception exception)
    {
        var (node, message) = (context.Node, exception.Message);
        var incident = new Incident(
            node.Id, node.Path, node.Type.Name, context.ActivityInstanceId, exception.GetType().Name,
            message.Length <= MaxMessage ? message : message[..MaxMessage] + "…", now)
        {
            WorkflowName = (context.Parent ?? context).Workflow.Node.Name,
            StepName = node.DisplayText ?? node.Name,
            Property = FailedInput.Of(exception),
        };
        instance.IncidentList.Add(incident);
        burst.Incidents.Add(incident);
    }

    private void Resolve(ActivityContext context, IncidentResolution how)
    {
        var i = instance.IncidentList.FindLastIndex(x => x.ActivityInstanceId == context.ActivityInstanceId && x.IsOpen);
        if (i >= 0) Resolve(i, how);
    }

    internal void Resolve(int position, IncidentResolution how)
    {
        var resolved = instance.IncidentList[position] with { ResolvedAt = now, Resolution = how };
        instance.IncidentList[position] = resolved;
        burst.ResolvedIncidents.Add(resolved);
    }
}
