namespace Bpm.Engine.Execution;

/// <summary>What starts an instance in place of a person: the flowchart begins at this activity, which does not wait again.</summary>
/// <param name="NodePath">Path of the trigger activity; see <see cref="Definitions.ActivityNode.Path"/>.</param>
/// <param name="Payload">What it brought: for an event its content; null for timers.</param>
public sealed record StartTrigger(string NodePath, object? Payload);
