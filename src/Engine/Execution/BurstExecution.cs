using Bpm.Engine.Activities.Children;
using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Execution;

/// <summary>
/// One burst: a first-in-first-out queue of nodes to start, worked off on one thread until everything waits or the instance has ended.
/// Cost is linear in the number of activities started.
/// </summary>
internal sealed partial class BurstExecution(WorkflowGraph graph, WorkflowInstance instance, Burst burst, object? host, DateTimeOffset now, RunnerOptions options)
{
    private readonly Queue<WorkItem> _queue = new();
    private ActivityContext? _endedScope;
    private string[]? _endedScopeOutcomes;
    private int _steps;
    private bool _triggerTaken;

    public WorkflowInstance Instance => instance;
    public Burst Burst => burst;
    public object? Host => host;
    public DateTimeOffset Now => now;
    public bool FinishRequested { get; set; }

    /// <summary>Outputs of this burst's activities; null where no script asks for them.</summary>
    public ActivityOutputs? Outputs { get; } = graph.ReadsOutputs ? new(graph) : null;

    /// <summary>What the script that runs now said about its activity's outcomes.</summary>
    public string[]? ScriptOutcomes { get; set; }

    public void Schedule(ActivityContext? parent, ActivityNode node, int tag)
    {
        if (parent is not null) parent.ScheduledCount++;
        _queue.Enqueue(new WorkItem(node, parent, tag));
    }

    public bool IsScheduled(ActivityContext parent, ActivityNode node)
    {
        foreach (var item in _queue)
            if (item.Parent == parent && item.Node == node) return true;
        return false;
    }

    /// <summary>Takes back the first scheduled child of a container that fits; null where there is none.</summary>
    public WorkItem? Unschedule(ActivityContext parent, Predicate<ActivityNode> fits)
    {
        WorkItem? found = null;
        for (var left = _queue.Count; left > 0; left--)
        {
            var item = _queue.Dequeue();
            if (found is null && item.Parent == parent && fits(item.Node)) found = item;
            else _queue.Enqueue(item);
        }
        if (found is not null) parent.ScheduledCount--;
        return found;
    }

    public void EndScope(ActivityContext scope, string[] outcomes) => (_endedScope, _endedScopeOutcomes) = (scope, outcomes);

    /// <summary>Works off the queue.</summary>
    public void Run()
    {
        while (!instance.IsEnded && _queue.TryDequeue(out var item))
        {
            var parent = item.Parent;
            if (parent is not null)
            {
                parent.ScheduledCount--;
                if (parent.Status != ActivityStatus.Running) continue;
            }
            if (!CountStep() && parent is not null)
            {
                Fault(parent, new ActivityFaultException($"一次运行启动的活动超过 {options.MaxSteps} 个，流程可能陷入死循环。"));
                continue;
            }
            Start(item);
        }
        instance.Pending = instance.SubStatus == WorkflowSubStatus.Faulted ? [.. _queue] : [];
        ForgetTransient();
    }

    /// <summary>Hands a resumed bookmark to its activity.</summary>
    public void Resume(ActivityContext context, Bookmark bookmark, object? payload)
    {
        if (bookmark.AutoBurn) RemoveBookmark(context, bookmark.Id);
        Record(context, JournalEvents.Resumed, [], null);
        try
        {
            context.Node.Activity.Resume(context, bookmark, payload);
        }
        catch (Exception e)
        {
            Fault(context, e);
            return;
        }
        Settle(context);
    }

    /// <summary>Leaves what waits for an activity that ran before.</summary>
    public void GoBack(ActivityContext waiting, string nodePath, Action way)
    {
        Record(waiting, JournalEvents.WentBack, [], nodePath);
        way();
    }

    /// <summary>Cancels the whole instance.</summary>
    public void CancelInstance()
    {
        Reopen();
        if (instance.Root is not null) CancelTree(instance.Root);
        End(WorkflowSubStatus.Cancelled);
    }

    public void Record(ActivityContext c, string eventName, IReadOnlyList<string> outcomes, string? message) =>
        burst.Journal.Add(new JournalEntry(
            ++instance.LastJournal, now, c.Node.Path, c.ActivityInstanceId, c.Parent?.ActivityInstanceId ?? 0, eventName, outcomes, message));

    /// <summary>Cancels a run with everything in it, children first.</summary>
    public void CancelTree(ActivityContext context)
    {
        while (context.LastChild is { } child) CancelTree(child);
        if (context.Status is ActivityStatus.Running)
        {
            Close(context, ActivityStatus.Canceled);
            Record(context, JournalEvents.Canceled, [], null);
            try
            {
                context.Node.Activity.Cancelled(context);
            }
            catch (Exception e)
            {
                AddIncident(context, e);
            }
        }
        else if (context.Status is ActivityStatus.Faulted) Resolve(context, IncidentResolution.Canceled);
        context.Parent?.Remove(context);
    }

    private void Start(in WorkItem item)
    {
        var context = new ActivityContext(instance, item.Node, ++instance.LastActivity, item.Parent)
        {
            Tag = item.Tag,
            IsTrigger = TakeTrigger(item.Node),
        };
        if (item.Parent is null) instance.Root = context;
        else item.Parent.Append(context);
        Record(context, JournalEvents.Started, [], null);
        if (item.Node.RecordedConstants is { } constants)
            foreach (var (name, value) in constants) burst.Keep(context, isOutput: false, name, value);
        try
        {
            item.Parent?.Node.Activity.ChildStarting(item.Parent, context);
            context.TakeLoopVariables();
            item.Node.Activity.Execute(context);
        }
        catch (Exception e)
        {
            Fault(context, e);
            return;
        }
        Settle(context);
    }

    /// <summary>A loop that comes back to the trigger within the same burst waits there like any other activity.</summary>
    private bool TakeTrigger(ActivityNode node) =>
        !_triggerTaken && instance.Trigger is { } trigger && trigger.NodePath == node.Path && (_triggerTaken = true);

    /// <summary>Looks what an activity's code decided: completes it and tells its containers, one after another, as far up as they complete.</summary>
    private void Settle(ActivityContext context)
    {
        while (context.Completing is { } outcomes)
        {
            Complete(context, outcomes);
            if (FinishRequested)
            {
                FinishAll(context);
                return;
            }
            if (_endedScope is { } scope)
            {
                (_endedScope, outcomes) = (null, _endedScopeOutcomes!);
                for (var between = context.Parent!; between != scope; between = between.Parent!) Complete(between, ["Done"]);
                scope.Completing = outcomes;
                context = scope;
                continue;
            }
            if (context.Parent is not { } parent)
            {
                End(WorkflowSubStatus.Finished);
                return;
            }
            try
            {
                if (context.Node.Activity is ChildWorkflowActivity child) child.HandOver(context);
                parent.Node.Activity.ChildCompleted(parent, context, outcomes);
            }
            catch (Exception e)
            {
                Fault(parent, e);
                return;
            }
            context = parent;
        }
        if (context.BookmarkCount > 0) Record(context, JournalEvents.Suspended, [], null);
        else if (!context.HasWork && context.Status == ActivityStatus.Running)
            Fault(context, new ActivityFaultException($"活动 {context.Node.Path} 既未完成也不等待任何事件。"));
    }

    private void Complete(ActivityContext context, string[] outcomes)
    {
        while (context.LastChild is { } child) CancelTree(child);
        Close(context, ActivityStatus.Completed);
        Record(context, JournalEvents.Completed, outcomes, null);
        context.Parent?.Remove(context);
    }

    private void Close(ActivityContext context, ActivityStatus status)
    {
        context.Status = status;
        context.Completing = null;
        if (context.BookmarkCount == 0) return;
        for (var i = instance.BookmarkList.Count - 1; i >= 0 && context.BookmarkCount > 0; i--)
            if (instance.BookmarkList[i].ActivityInstanceId == context.ActivityInstanceId)
                RemoveBookmark(context, instance.BookmarkList[i].Id);
    }

    private void FinishAll(ActivityContext finisher)
    {
        // The containers around the finishing activity came to their end; every other branch is cancelled.
        for (var around = finisher.Parent; around is not null; around = around.Parent) Complete(around, ["Done"]);
        End(WorkflowSubStatus.Finished);
    }

    private void End(WorkflowSubStatus how)
    {
        if (instance.Root is { Status: ActivityStatus.Running } root) CancelTree(root);
        _queue.Clear();
        instance.Root = null;
        instance.BookmarkList.Clear();
        instance.Waiting.Clear();
        instance.HeldList.Clear();
        instance.IsPaused = false;
        instance.Status = WorkflowStatus.Finished;
        instance.SubStatus = how;
        instance.FinishedAt = now;
    }
}
