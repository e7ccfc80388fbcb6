namespace Bpm.Application.Instances.Incidents;

/// <summary>An open incident as it is stored. The moment in UTC.</summary>
/// <param name="DefinitionName">Name of the version that the instance runs on.</param>
/// <param name="StepName">What the step is called in the drawing; its id where that was not kept.</param>
/// <param name="ActivityInstanceId">The failed run.</param>
/// <param name="SubStatus">Of the instance.</param>
public sealed record IncidentRow(
    long Id, string InstanceId, string DefinitionId, string DefinitionName, int Version, string ActivityId, string StepName, int ActivityInstanceId,
    string Message, DateTimeOffset At, string SubStatus);
