namespace Bpm.Engine.Expressions;

/// <summary>Limits of a script. One that goes past them fails; the activity becomes an incident.</summary>
public sealed record ScriptLimits
{
    /// <summary>Longest run of one script. Default 1 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Most statements of one run. Default 10,000.</summary>
    public int MaxStatements { get; init; } = 10_000;

    /// <summary>Deepest nesting of function calls. Default 64.</summary>
    public int MaxRecursion { get; init; } = 64;

    /// <summary>Longest text that may go into or come out of a script, in characters. Default 100,000.</summary>
    public int MaxText { get; init; } = 100_000;

    /// <summary>Most values (array items and properties in all) of one result. Default 10,000.</summary>
    public int MaxValues { get; init; } = 10_000;

    /// <summary>Longest script, in characters. Default 20,000.</summary>
    public int MaxSource { get; init; } = 20_000;

    /// <summary>
    /// Gives every regular expression of the process a time limit (default 250 ms), because a script's own limits do not reach into one.
    /// Call it first thing in <c>Main</c>: the framework reads the setting once, at the first regular expression.
    /// </summary>
    public static void LimitRegularExpressions(TimeSpan? timeout = null) =>
        AppDomain.CurrentDomain.SetData("REGEX_DEFAULT_MATCH_TIMEOUT", timeout ?? TimeSpan.FromMilliseconds(250));
}
