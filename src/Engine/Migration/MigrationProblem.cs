namespace Bpm.Engine.Migration;

/// <summary>One reason why an instance cannot go on with another version.</summary>
/// <param name="Kind">Which rule is broken.</param>
/// <param name="FromPath">Step of the instance's own version, or null where none is concerned.</param>
/// <param name="ToPath">Step of the target version, or null.</param>
/// <param name="Text">Chinese; names steps and variables, never values.</param>
public sealed record MigrationProblem(MigrationProblemKind Kind, string? FromPath, string? ToPath, string Text);
