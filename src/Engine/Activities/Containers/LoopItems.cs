using Bpm.Engine.Execution;
using Bpm.Engine.Expressions;
using Bpm.Engine.Migration;

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

    public IReadOnlyList<object?> Of(ActivityContext c) => c.State is IReadOnlyList<object?> taken ? taken : input.Constant;

    /// <summary>Goes on over the list that another version's loop has begun.</summary>
    public static void TakeOver(RunMove move, LoopItems former)
    {
        if (former.IsFixed) move.Run.State = VariableValues.Storable(former.Of(move.Former), "items");
    }

    private bool IsFixed => input.IsConstant;

    public object? Value(ActivityContext c, int round, int variable) => variable == 0 ? Of(c)[round] : round;
}
