namespace Bpm.Application.Instances.Incidents;

/// <summary>Which open incidents are asked for.</summary>
/// <param name="Organisation">Of its instances only.</param>
/// <param name="DefinitionId">Of this workflow only; null for all.</param>
/// <param name="Page">From 0.</param>
/// <param name="PageSize">At most 100.</param>
public sealed record IncidentFilter(string Organisation, string? DefinitionId, int Page, int PageSize);
