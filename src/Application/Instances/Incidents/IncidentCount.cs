namespace Bpm.Application.Instances.Incidents;

/// <summary>How many open incidents a workflow has.</summary>
public sealed record IncidentCount(string DefinitionId, string Name, int Count);
