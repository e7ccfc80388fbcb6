namespace Bpm.Engine.Definitions;

/// <summary>One thing that is wrong in a definition.</summary>
/// <param name="Path">Where: a JSON path for text errors, a node path for activities; empty for the whole file.</param>
/// <param name="ActivityId">Id of the activity, or null.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record DefinitionError(string Path, string? ActivityId, string Message);
