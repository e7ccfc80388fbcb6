namespace Bpm.Application.Instances.Incidents;

/// <summary>What is to be mended.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="ActivityInstanceId">The failed run; null for all failed runs where that makes sense (retry).</param>
public sealed record MendTarget(string InstanceId, int? ActivityInstanceId);
