using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>Where a node puts one of its results: a variable, an output of the workflow around it, or nowhere.</summary>
public sealed class Output
{
    private readonly int _node = -1;
    private readonly int _slot;
    private readonly string? _workflowOutput;

    internal Output(string name) => Name = name;

    internal Output(string name, int node, int slot) => (Name, _node, _slot) = (name, node, slot);

    internal Output(string name, string workflowOutput) => (Name, _workflowOutput) = (name, workflowOutput);

    /// <summary>Name of the activity's output, PascalCase.</summary>
    public string Name { get; }

    /// <summary>Name to keep the value in the journal by; null where it is not kept.</summary>
    internal string? RecordAs { get; init; }

    /// <summary>The node whose output it is.</summary>
    internal ActivityNode? Owner { get; init; }

    /// <summary>Does its value go anywhere?</summary>
    public bool IsBound => _node >= 0 || _workflowOutput is not null;

    internal void Set(ActivityContext c, object? value)
    {
        if (RecordAs is not null && c.Node == Owner) c.Execution.Burst.Keep(c, isOutput: true, RecordAs, value);
        if (_workflowOutput is not null)
        {
            c.SetOutput(_workflowOutput, value);
            return;
        }
        if (_node >= 0) c.Holder(_node).SetSlot(_slot, value);
    }
}
