using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

internal sealed class VariableExpression(int node, int slot) : Expression
{
    public override object? Evaluate(ActivityContext c) => c.Holder(node).Slots![slot];
}
