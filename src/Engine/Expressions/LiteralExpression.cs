using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

internal sealed class LiteralExpression(object? value) : Expression
{
    public object? Value => value;

    public override object? Evaluate(ActivityContext c) => value;
}
