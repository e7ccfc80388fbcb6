namespace Bpm.Application.Instances.Migration;

/// <summary>One reason why an instance stays on its version.</summary>
/// <param name="Code">Stable: the engine's kind of problem, or the code of a refusal.</param>
/// <param name="FromPath">Step of its own version; null where none is concerned, or the caller may not know.</param>
/// <param name="ToPath">Step of the target version, or null.</param>
/// <param name="Text">Chinese.</param>
public sealed record MigrationProblemView(string Code, string? FromPath, string? ToPath, string Text);
