namespace Bpm.Workflows.Scenarios;

/// <summary>A scenario cannot be played on: a step is not open, nobody may do it, or the workflow failed. The message says where.</summary>
public sealed class ScenarioException(string message) : Exception(message);
