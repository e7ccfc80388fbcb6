namespace Bpm.Engine.Definitions;

/// <summary>One thing that is wrong in a definition.</summary>
/// <param name="Path">Where: a JSON path for text errors, a node path for activities; empty for the whole file.</param>
/// <param name="ActivityId">Id of the activity, or null.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record DefinitionError(string Path, string? ActivityId, string Message)
{
    /// <summary>Code of whatever has none of its own.</summary>
    public const string Invalid = "DEFINITION-INVALID";

    /// <summary>A script that is no script, or uses what does not run here.</summary>
    public const string Script = "SCRIPT-INVALID";

    /// <summary>A cron expression that is none.</summary>
    public const string Cron = "CRON-INVALID";

    /// <summary>A type of activity that nobody knows.</summary>
    public const string UnknownActivity = "UNKNOWN-ACTIVITY";

    /// <summary>A workflow used as activity that is not published.</summary>
    public const string UnknownChild = "UNKNOWN-SUBPROCESS";

    /// <summary>An activity that no connection leads to.</summary>
    public const string Unreachable = "UNREACHABLE";

    /// <summary>A connection from an outcome that its activity does not have.</summary>
    public const string UnknownPort = "UNKNOWN-PORT";

    /// <summary>A connection back into the middle of a path.</summary>
    public const string WayBack = "WAY-BACK";

    /// <summary>Stable code of the sort of fault.</summary>
    public string Code { get; init; } = Invalid;
}
