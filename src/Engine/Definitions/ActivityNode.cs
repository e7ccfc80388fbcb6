using Bpm.Engine.Activities;

namespace Bpm.Engine.Definitions;

/// <summary>One activity of a compiled graph.</summary>
public sealed class ActivityNode
{
    internal ActivityNode(int index, string id, string path, string? name, ActivityType type, ActivityNode? parent)
    {
        (Index, Id, Path, Name, Type, Parent) = (index, id, path, name ?? id, type, parent);
    }

    /// <summary>Position in <see cref="WorkflowGraph.Nodes"/>.</summary>
    public int Index { get; }

    /// <summary>Id as drawn; unique within its definition.</summary>
    public string Id { get; }

    /// <summary>Path through containers and child workflows: Elsa's nodeId, for example <c>Workflow1:flow1:task1</c>.</summary>
    public string Path { get; }

    /// <summary>Name given in the designer, or the id.</summary>
    public string Name { get; }

    /// <summary>Label given in the designer (metadata.displayText), or null.</summary>
    public string? DisplayText { get; internal set; }

    /// <summary>What people call it: the label, else the name.</summary>
    public string Label => DisplayText ?? Name;

    public ActivityType Type { get; }
    public ActivityNode? Parent { get; }

    /// <summary>Is it drawn as a place where the workflow may begin?</summary>
    public bool CanStartWorkflow { get; internal init; }

    /// <summary>The compiled activity.</summary>
    public Activity Activity { get; internal set; } = null!;

    /// <summary>Variables that live as long as a run of this node. Empty for most.</summary>
    internal Variable[] Variables { get; set; } = [];

    /// <summary>Slot of a variable by name; null where the node declares none.</summary>
    internal Dictionary<string, int>? VariableSlots { get; set; }

    /// <summary>Where the body of a loop keeps the loop's variables: its slot for each, -1 for one that a variable of its own hides; null for all others.</summary>
    internal int[]? LoopSlots { get; set; }

    /// <summary>
    /// Stands for a child workflow that is the body of a loop where the caller's expressions are evaluated: they see the loop's
    /// variables, the child does not.
    /// </summary>
    internal ActivityNode? CallSite { get; set; }

    /// <summary>Literal inputs that go into the journal of each run; null for most.</summary>
    internal List<(string Name, object? Value)>? RecordedConstants { get; set; }

    /// <summary>Position among the activities of its flowchart.</summary>
    internal int LocalIndex { get; set; }

    /// <summary>Is this the root of a workflow or of a child workflow? Inputs, outputs and names do not reach past it.</summary>
    internal bool IsWorkflow { get; set; }

    public override string ToString() => Path;
}
