using Bpm.Engine.Definitions;
using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>An expression whose value the definition wants in the journal.</summary>
internal sealed class RecordedExpression(Expression inner, ActivityNode node, string name) : Expression
{
    public override object? Evaluate(ActivityContext c)
    {
        var value = inner.Evaluate(c);
        // A workflow used as an activity has its inputs evaluated in the run around it, and records them itself.
        if (c.Node == node) c.Execution.Burst.Keep(c, isOutput: false, name, value);
        return value;
    }
}
