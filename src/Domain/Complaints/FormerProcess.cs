namespace Bpm.Domain.Complaints;

/// <summary>A process that a case left because it was registered wrongly. Its journal stays.</summary>
/// <param name="Until">When the case left it.</param>
public sealed record FormerProcess(string DefinitionId, int Version, string InstanceId, DateTimeOffset Until);
