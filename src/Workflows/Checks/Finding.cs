namespace Bpm.Workflows.Checks;

/// <summary>Something wrong with a definition, found before it is published.</summary>
/// <param name="Code">Stable code, for example <c>UNKNOWN-ROLE</c>.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="ActivityId">Id of the activity as drawn, or null when it concerns the whole definition.</param>
/// <param name="Message">Chinese: definition, step, reason, and what to do.</param>
public sealed record Finding(Severity Severity, string Code, string DefinitionId, string? ActivityId, string Message);
