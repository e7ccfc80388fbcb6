using Bpm.Engine.Expressions;

namespace Bpm.Engine.Execution;

/// <content>Variables, inputs and outputs by name.</content>
public sealed partial class ActivityContext
{
    /// <summary>Value of the nearest variable of this name, up to the workflow or child workflow; null where there is none.</summary>
    public object? GetVariable(string name)
    {
        for (var owner = Owner; ; owner = owner.Parent!.Owner)
        {
            if (owner.Node.VariableSlots!.TryGetValue(name, out var slot)) return owner.Slots![slot];
            if (owner.Node.IsWorkflow) return owner.Undeclared?.GetValueOrDefault(name);
        }
    }

    /// <summary>
    /// Sets the nearest variable of this name; the value is converted to the declared type. A name nobody declared becomes a variable
    /// of the workflow around the activity.
    /// </summary>
    public void SetVariable(string name, object? value)
    {
        for (var owner = Owner; ; owner = owner.Parent!.Owner)
        {
            if (owner.Node.VariableSlots!.TryGetValue(name, out var slot))
            {
                owner.SetSlot(slot, value);
                return;
            }
            if (!owner.Node.IsWorkflow) continue;
            var kept = VariableValues.Storable(value, name);
            owner.Undeclared ??= [];
            Execution.CheckSize(name, kept, owner.Undeclared.GetValueOrDefault(name));
            owner.Undeclared[name] = kept;
            return;
        }
    }

    /// <summary>Value of an input of the workflow or child workflow around this activity; null where it was not given.</summary>
    public object? Input(string name) => (Workflow.Inputs ?? Instance.InputValues).GetValueOrDefault(name);

    /// <summary>Sets an output of the workflow or child workflow around this activity.</summary>
    public void SetOutput(string name, object? value)
    {
        var kept = VariableValues.Storable(value, name);
        var outputs = Workflow.Outputs ?? Instance.OutputValues;
        Execution.CheckSize(name, kept, outputs.GetValueOrDefault(name));
        outputs[name] = kept;
    }

    /// <summary>Sets a variable that this run holds.</summary>
    internal void SetSlot(int slot, object? value)
    {
        var variable = Node.Variables[slot];
        var kept = VariableValues.Convert(variable, value);
        Execution.CheckSize(variable.Name, kept, Slots![slot]);
        Slots[slot] = kept;
    }

    /// <summary>Names of the variables in reach, inner ones first.</summary>
    internal IEnumerable<string> VariableNames
    {
        get
        {
            for (var owner = Owner; ; owner = owner.Parent!.Owner)
            {
                foreach (var variable in owner.Node.Variables) yield return variable.Name;
                if (!owner.Node.IsWorkflow) continue;
                foreach (var name in owner.Undeclared?.Keys ?? Enumerable.Empty<string>()) yield return name;
                yield break;
            }
        }
    }

    internal ActivityContext Holder(int node)
    {
        var owner = Owner;
        while (owner.Node.Index != node) owner = owner.Parent!.Owner;
        return owner;
    }
}
