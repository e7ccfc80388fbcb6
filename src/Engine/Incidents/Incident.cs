namespace Bpm.Engine.Incidents;

/// <summary>An exception in an activity. Kept in the instance for good; open until somebody deals with it.</summary>
/// <param name="ActivityId">Id of the activity as drawn.</param>
/// <param name="NodePath">Path of the activity.</param>
/// <param name="ActivityType">Type name of the activity.</param>
/// <param name="ActivityInstanceId">The run of the activity that failed; what <see cref="Execution.WorkflowRunner.Retry"/> takes.</param>
/// <param name="ExceptionType">Short name of the exception's type.</param>
/// <param name="Message">What happened, in the activity's own words; at most 4,000 characters.</param>
/// <param name="Time">When, UTC.</param>
public sealed record Incident(
    string ActivityId, string NodePath, string ActivityType, int ActivityInstanceId,
    string ExceptionType, string Message, DateTimeOffset Time)
{
    /// <summary>Name of the workflow or child workflow around the activity.</summary>
    public string WorkflowName { get; init; } = "";

    /// <summary>Label of the activity in the drawing, else its name.</summary>
    public string StepName { get; init; } = "";

    /// <summary>The input whose expression or value failed, by its JSON name; null where it was something else.</summary>
    public string? Property { get; init; }

    /// <summary>When somebody dealt with it, UTC; null while it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>How it was dealt with; null while it is open.</summary>
    public IncidentResolution? Resolution { get; init; }

    /// <summary>Does it still wait for somebody?</summary>
    public bool IsOpen => ResolvedAt is null;

    /// <summary>The whole sentence for the person who repairs it: workflow, step, path, input, and what happened.</summary>
    public string Text =>
        $"流程 “{WorkflowName}” 的步骤 “{StepName}”（{NodePath}）{(Property is null ? "" : $"，输入 “{Property}”")}：{Message}";
}
