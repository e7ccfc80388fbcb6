using Bpm.Engine.Bookmarks;
using Bpm.Engine.Definitions;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;
using Bpm.Engine.Journal;

namespace Bpm.Engine.Execution;

/// <content>
/// An operator's hold on one instance. Elsa has no such thing for an instance, and its word Suspended means an instance that waits;
/// Elsa's word for holding the whole runtime is taken: pause.
/// </content>
public sealed partial class WorkflowRunner
{
    /// <summary>
    /// Pauses an instance: it keeps its bookmarks and timers, but what comes for them (<see cref="Resume"/>) is kept and not run until
    /// <see cref="Unpause"/>. An operator's own acts (Cancel, Retry, Skip, SetVariable) still work. Nothing happens where it is paused or has ended.
    /// </summary>
    /// <exception cref="Storage.InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst Pause(WorkflowGraph g, WorkflowInstance i)
    {
        Bind(g, i);
        return i.IsEnded || i.IsPaused
            ? new Burst(i, isNew: false)
            : Note(g, i, execution =>
            {
                i.IsPaused = true;
                execution.Record(i.Root!, JournalEvents.Paused, [], null);
            });
    }

    /// <summary>
    /// Releases a paused instance and delivers what came meanwhile, in the order it came, each once: overdue timers and stimuli. What came
    /// for a bookmark that is gone by then goes to another one that waits for the same, else it is dropped, with a journal entry.
    /// Nothing happens where it is not paused.
    /// </summary>
    /// <exception cref="Storage.InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst Unpause(WorkflowGraph g, WorkflowInstance i, object? host)
    {
        Bind(g, i);
        return i.IsEnded || !i.IsPaused
            ? new Burst(i, isNew: false)
            : Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.Release());
    }

    private Burst Hold(WorkflowGraph g, WorkflowInstance i, Bookmark bookmark, object? payload)
    {
        // A timer comes once, however often its row is read.
        if (bookmark.DueAt is not null && i.IsHeld(bookmark.Id)) return new Burst(i, isNew: false);
        object? kept;
        try
        {
            kept = VariableValues.Storable(payload, bookmark.Name);
            StateBudget.Check(i, _options.MaxStateBytes, bookmark.Name, kept, null);
        }
        catch (ActivityFaultException e)
        {
            throw new WorkflowException($"流程实例 {i.Id} 已被暂停，收到的内容无法保存，请先恢复实例。{e.Message}", e) { InstanceId = i.Id };
        }
        return Note(g, i, execution => execution.Hold(bookmark, kept));
    }
}
