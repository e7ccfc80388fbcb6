namespace Bpm.Domain.Tasks;

/// <summary>A request to change the clock of a task, and what became of it.</summary>
/// <param name="Until">The due time asked for; null but for an extension.</param>
/// <param name="By">User name.</param>
/// <param name="Granted">Null while nobody has decided.</param>
public sealed record ClockRequest(
    ClockRequestKind Kind, DateTimeOffset? Until, string Reason, string By, DateTimeOffset At, bool? Granted = null, string? DecidedBy = null, DateTimeOffset? DecidedAt = null);
