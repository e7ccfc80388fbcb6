namespace Bpm.Workflows.Drawings;

/// <summary>A connection of a flowchart.</summary>
/// <param name="Container">Path of the flowchart.</param>
/// <param name="Source">Id of the activity that it leaves.</param>
/// <param name="Port">Outcome that it leaves by.</param>
/// <param name="Target">Id of the activity that it leads to.</param>
/// <param name="TargetPort">Where it enters.</param>
public sealed record DrawnConnection(string Container, string Source, string Port, string Target, string TargetPort);
