using Bpm.Engine.Execution;

namespace Bpm.Application.Instances.Viewing;

/// <summary>An instance as a list shows it: nothing that tells of a case beyond its number.</summary>
/// <param name="IncidentCount">Incidents that nobody dealt with.</param>
public sealed record InstanceSummary(
    string Id, string DefinitionId, string VersionId, int Version, string? CorrelationId, string? Name, WorkflowStatus Status, WorkflowSubStatus SubStatus,
    int IncidentCount, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? FinishedAt);
