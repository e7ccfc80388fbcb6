using Bpm.Engine.Execution;
using Bpm.Engine.Incidents;

namespace Bpm.Engine.Journal;

/// <summary>One run of an activity, as its journal tells it. Nothing of it is stored besides the journal.</summary>
public sealed record ActivityExecutionRecord
{
    /// <summary>Id of the run, unique within the instance.</summary>
    public required int ActivityInstanceId { get; init; }

    /// <summary>The run of the container that scheduled it; 0 for the workflow itself.</summary>
    public required int ParentInstanceId { get; init; }

    public required string NodePath { get; init; }

    /// <summary>Id as drawn: the last part of the path.</summary>
    public string ActivityId => NodePath[(NodePath.LastIndexOf(':') + 1)..];

    /// <summary>Type and name of the activity; null where no graph was given, or it has no such node.</summary>
    public string? ActivityType { get; init; }

    public string? ActivityName { get; init; }

    /// <summary>Running also means waiting; see <see cref="IsWaiting"/>.</summary>
    public ActivityStatus Status { get; init; }

    /// <summary>Does it wait for a bookmark or a timer?</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Of a completed run; else empty.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>UTC; null where the journal given does not reach back to the start.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>UTC; when it completed, faulted or was cancelled. Null while it runs.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Short name of the exception's type of a faulted run.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The incident of a faulted run, where the incidents were given.</summary>
    public Incident? Incident { get; init; }

    /// <summary>Inputs that the definition wants in the journal, by JSON name.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = new Dictionary<string, object?>();

    /// <summary>Outputs that the definition wants in the journal, by JSON name.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; init; } = new Dictionary<string, object?>();
}
