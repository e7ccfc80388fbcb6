using Bpm.Engine.Activities.Containers;

namespace Bpm.Engine.Execution;

/// <content>What is kept of a run between bursts, and its place among the other runs.</content>
public sealed partial class ActivityContext
{
    /// <summary>Nearest run, itself included, that holds variables.</summary>
    internal ActivityContext Owner { get; }

    /// <summary>Run of the workflow or child workflow around it, or itself.</summary>
    internal ActivityContext Workflow { get; }

    /// <summary>Values of the node's variables.</summary>
    internal object?[]? Slots { get; set; }

    /// <summary>Variables that scripts made and nobody declared; on runs of workflows only.</summary>
    internal Dictionary<string, object?>? Undeclared { get; set; }

    /// <summary>Inputs and outputs; on runs of child workflows only (the instance holds those of the workflow itself).</summary>
    internal Dictionary<string, object?>? Inputs { get; set; }

    internal Dictionary<string, object?>? Outputs { get; set; }

    /// <summary>A container's counters.</summary>
    internal int[]? Counters { get; set; }

    /// <summary>A container's mark on its child, for example that it was reached by a backward connection.</summary>
    internal int Tag { get; set; }

    internal int BookmarkCount { get; set; }

    /// <summary>Children in the queue that have not started yet.</summary>
    internal int ScheduledCount { get; set; }

    /// <summary>Outcomes of a run that is about to complete.</summary>
    internal string[]? Completing { get; set; }

    internal ActivityContext? FirstChild { get; private set; }
    internal ActivityContext? LastChild { get; private set; }
    internal ActivityContext? NextSibling { get; private set; }
    private ActivityContext? _previousSibling;

    internal bool HasWork => FirstChild is not null || ScheduledCount > 0;

    /// <summary>
    /// Where expressions that the caller wrote on a child workflow are evaluated: outside of it. For the body of a loop that is a
    /// place of its own, which has the loop's variables.
    /// </summary>
    internal ActivityContext Outside()
    {
        if (Node.CallSite is not { } site) return Parent!;
        var outside = new ActivityContext(Instance, site, ActivityInstanceId, Parent) { Tag = Tag };
        outside.TakeLoopVariables();
        return outside;
    }

    /// <summary>Gives the body of a loop the values of its round.</summary>
    internal void TakeLoopVariables()
    {
        if (Node.LoopSlots is not { } slots) return;
        var loop = (ILoop)Parent!.Node.Activity;
        for (var i = 0; i < slots.Length; i++)
            if (slots[i] >= 0) Slots![slots[i]] = loop.Value(Parent, Tag, i);
    }

    internal void Append(ActivityContext child)
    {
        child._previousSibling = LastChild;
        if (LastChild is null) FirstChild = child;
        else LastChild.NextSibling = child;
        LastChild = child;
    }

    internal void Remove(ActivityContext child)
    {
        if (child._previousSibling is null) FirstChild = child.NextSibling;
        else child._previousSibling.NextSibling = child.NextSibling;
        if (child.NextSibling is null) LastChild = child._previousSibling;
        else child.NextSibling._previousSibling = child._previousSibling;
        child.NextSibling = child._previousSibling = null;
    }
}
