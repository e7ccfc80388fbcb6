namespace Bpm.Application.Instances.Incidents;

/// <summary>An open incident. The moment in the organisation's zone.</summary>
/// <param name="Case">Number of the instance's case, or null.</param>
/// <param name="ActivityId">Null where the caller may not see how far the case is.</param>
/// <param name="Step">What the step is called in the drawing.</param>
/// <param name="ActivityInstanceId">The failed run, to retry or skip it.</param>
/// <param name="InstanceStatus">suspended, faulted (ended by this) …</param>
/// <param name="IsMasked">True where step and message are withheld.</param>
public sealed record IncidentView(
    long Id, string InstanceId, string DefinitionId, string DefinitionName, int Version, string? Case, string? ActivityId, string Step, int ActivityInstanceId,
    string Message, DateTimeOffset At, string InstanceStatus, bool IsMasked);
