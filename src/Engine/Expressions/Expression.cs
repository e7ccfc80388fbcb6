using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>A compiled expression. Shared by all instances and threads.</summary>
internal abstract class Expression
{
    public abstract object? Evaluate(ActivityContext c);
}
