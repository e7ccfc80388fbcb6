using Bpm.Engine.Execution;

namespace Bpm.Engine.Expressions;

/// <summary>Functions that scripts can call beside the engine's own. Fill it at start; after that it is only read.</summary>
public sealed class ScriptFunctions
{
    private readonly Dictionary<string, Func<ActivityContext, object?[], object?>> _functions = new(StringComparer.Ordinal);

    /// <summary>
    /// Adds a function. It only reads: it may be called twice for one evaluation. Arguments and results are null, bool, numbers
    /// (arguments: double), text, DateTimeOffset, <c>List&lt;object?&gt;</c> or <c>Dictionary&lt;string, object?&gt;</c>.
    /// </summary>
    public ScriptFunctions Add(string name, Func<ActivityContext, object?[], object?> function)
    {
        _functions.Add(name, function);
        return this;
    }

    /// <summary>Names of the functions added, for the designer's completion.</summary>
    public IReadOnlyCollection<string> Names => _functions.Keys;

    internal IReadOnlyDictionary<string, Func<ActivityContext, object?[], object?>> All => _functions;
}
