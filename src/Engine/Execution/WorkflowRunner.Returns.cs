using Bpm.Engine.Definitions;
using Bpm.Engine.Storage;

namespace Bpm.Engine.Execution;

/// <content>Going back to a step that was done before (退回, 撤回). Elsa has nothing like it.</content>
public sealed partial class WorkflowRunner
{
    /// <summary>
    /// Takes what waits behind a bookmark, and all else that came after an earlier activity, back to that activity, which runs anew: what
    /// waited is cancelled, branches beside it run on. Where the activity lies in a container that has ended, the container runs anew. Time
    /// limits that are drawn for the activity start afresh (<see cref="Activities.StepTiming"/>). Variables keep their values.
    /// </summary>
    /// <param name="bookmarkId">What waits now.</param>
    /// <param name="nodePath">Where to go back to; that it ran before is for the caller to know.</param>
    /// <returns>A burst with <see cref="Burst.Changed"/> false where <see cref="CanGoBack"/> is false.</returns>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public Burst GoBack(WorkflowGraph g, WorkflowInstance i, string bookmarkId, string nodePath, object? host)
    {
        Bind(g, i);
        return WayBack(g, i, bookmarkId, nodePath) is { } way
            ? Run(g, i, host, time.GetUtcNow(), isNew: false, execution => execution.GoBack(i.Waiting[bookmarkId], nodePath, way))
            : new Burst(i, isNew: false);
    }

    /// <summary>
    /// Does a way lead back from what waits to this activity? Not where the instance is paused or has ended, nor where nothing of the
    /// activity leads to what waits, nor where it lies in another turn of a loop or another branch.
    /// </summary>
    /// <exception cref="InvalidStateException">The instance does not belong to this graph.</exception>
    public static bool CanGoBack(WorkflowGraph g, WorkflowInstance i, string bookmarkId, string nodePath)
    {
        Bind(g, i);
        return WayBack(g, i, bookmarkId, nodePath) is not null;
    }

    private static Action? WayBack(WorkflowGraph g, WorkflowInstance i, string bookmarkId, string nodePath)
    {
        if (i.IsEnded || i.IsPaused || !i.Waiting.TryGetValue(bookmarkId, out var waiting) || g.Find(nodePath) is not { } target) return null;
        var from = waiting.Node;
        for (var container = waiting.Parent; container is not null; (from, container) = (container.Node, container.Parent))
            for (var to = target; to.Parent is { } parent; to = parent)
                if (parent == container.Node) return container.Node.Activity.WayBack(container, from, to);
        return null;
    }
}
