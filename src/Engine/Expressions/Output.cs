using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>Where a node puts one of its results: a variable, or an output of the workflow around it.</summary>
public sealed class Output
{
    private readonly int _node;
    private readonly int _slot;
    private readonly string? _workflowOutput;

    internal Output(int node, int slot) => (_node, _slot) = (node, slot);

    internal Output(string workflowOutput) => _workflowOutput = workflowOutput;

    internal void Set(ActivityContext c, object? value)
    {
        if (_workflowOutput is not null)
        {
            c.SetOutput(_workflowOutput, value);
            return;
        }
        var holder = c.Holder(_node);
        holder.Slots![_slot] = VariableValues.Convert(holder.Node.Variables[_slot], value);
    }
}
