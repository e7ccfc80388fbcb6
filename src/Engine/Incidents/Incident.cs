namespace Bpm.Engine.Incidents;

/// <summary>An exception in an activity, kept in the instance until somebody deals with it.</summary>
/// <param name="ActivityId">Id of the activity as drawn.</param>
/// <param name="NodePath">Path of the activity.</param>
/// <param name="ActivityType">Type name of the activity.</param>
/// <param name="ActivityInstanceId">The run of the activity that failed.</param>
/// <param name="ExceptionType">Short name of the exception's type.</param>
/// <param name="Message">What happened, for the person who repairs it.</param>
/// <param name="Time">When, UTC.</param>
public sealed record Incident(
    string ActivityId, string NodePath, string ActivityType, int ActivityInstanceId,
    string ExceptionType, string Message, DateTimeOffset Time);
