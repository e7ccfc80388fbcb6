namespace Bpm.Application.Instances;

/// <summary>An instance in a list.</summary>
/// <param name="Status">running or finished.</param>
/// <param name="SubStatus">suspended, finished, cancelled, faulted.</param>
public sealed record InstanceRow(
    string Id, string DefinitionId, string VersionId, int Version, string? CorrelationId, string Status, string SubStatus,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
