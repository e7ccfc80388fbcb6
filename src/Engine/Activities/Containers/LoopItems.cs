using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;

namespace Bpm.Engine.Activities.Containers;

/// <summary>The list that a loop goes over: as it was when the loop started, kept with the run unless the definition itself holds it.</summary>
internal sealed class LoopItems(Input<IReadOnlyList<object?>> input)
{
    /// <summary>Names of the variables of a round, in the order that <see cref="Value"/> knows.</summary>
    public static readonly string[] Variables = ["CurrentValue", "CurrentIndex"];

    public IReadOnlyList<object?> Take(ActivityContext c)
    {
        if (input.IsConstant) return input.Constant;
        var items = (IReadOnlyList<object?>)VariableValues.Storable(c.Get(input), "items")!;
        c.State = items;
        return items;
    }

    public IReadOnlyList<object?> Of(ActivityContext c) => input.IsConstant ? input.Constant : (IReadOnlyList<object?>)c.State!;

    public object? Value(ActivityContext c, int round, int variable) => variable == 0 ? Of(c)[round] : round;
}
