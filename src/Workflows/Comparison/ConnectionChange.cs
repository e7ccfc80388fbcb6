namespace Bpm.Workflows.Comparison;

/// <summary>A connection that is new or gone.</summary>
/// <param name="Source">Id of the activity that it leaves.</param>
/// <param name="Port">Outcome, as it is written.</param>
/// <param name="Target">Id of the activity that it leads to.</param>
/// <param name="SourceName">What people call the source.</param>
/// <param name="PortName">What people call the outcome, where that is known.</param>
/// <param name="TargetName">What people call the target.</param>
public sealed record ConnectionChange(string Source, string Port, string Target, string SourceName, string PortName, string TargetName);
