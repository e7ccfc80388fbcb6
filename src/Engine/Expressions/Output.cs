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

    internal void Set(ActivityContext c, object? value)
    {
        if (_workflowOutput is not null)
        {
            c.SetOutput(_workflowOutput, value);
            return;
        }
        if (_node < 0) return;
        var holder = c.Holder(_node);
        holder.Slots![_slot] = VariableValues.Convert(holder.Node.Variables[_slot], value);
    }
}
