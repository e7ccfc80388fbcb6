using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Expressions;

/// <summary>A compiled input of a node. <typeparamref name="T"/> is bool, int, long, double, decimal, string, DateTimeOffset, TimeSpan,
/// Guid, an enum, a list of texts (<c>IReadOnlyList&lt;string&gt;</c>), a list or dictionary of values, or object.</summary>
public sealed class Input<T>
{
    private readonly Expression? _expression;
    private readonly string _name;
    private readonly T _constant;

    internal Input(string name, T constant) => (_name, _constant) = (name, constant);

    internal Input(string name, Expression expression, T fallback) => (_name, _expression, _constant) = (name, expression, fallback);

    /// <summary>Is it a literal (or missing, and so its default)? Then <see cref="Constant"/> is its value.</summary>
    public bool IsConstant => _expression is null;

    /// <summary>Value of a literal input; the default of a computed one.</summary>
    public T Constant => _constant;

    /// <summary>Is it computed, and does the definition want it in the journal?</summary>
    internal bool IsRecorded => _expression is RecordedExpression;

    /// <summary>Value in this run; the default where an expression gives null.</summary>
    /// <exception cref="ActivityFaultException">The expression fails, or gives a value of another kind.</exception>
    public T Get(ActivityContext c)
    {
        if (_expression is null) return _constant;
        try
        {
            var value = _expression.Evaluate(c);
            if (value is T t) return t;
            return value is null ? _constant : Converted(value, c);
        }
        catch (Exception e) when (FailedInput.Note(e, _name))
        {
            throw;
        }
    }

    private T Converted(object value, ActivityContext c)
    {
        try
        {
            return ValueConverter.To<T>(value)!;
        }
        catch (FormatException e)
        {
            throw new ActivityFaultException($"输入 “{_name}”：{e.Message}", e) { ActivityId = c.Node.Id, Path = c.Node.Path };
        }
    }
}
