using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

internal sealed class InputExpression(string name) : Expression
{
    public override object? Evaluate(ActivityContext c) => c.Input(name);
}
