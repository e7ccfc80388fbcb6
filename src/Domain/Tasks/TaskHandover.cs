namespace Bpm.Domain.Tasks;

/// <summary>One change of hands of a task, kept for the trail.</summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="From">User name of who gave it.</param>
/// <param name="To">User name of who got it.</param>
/// <param name="Reason">Why it was given; null for a return.</param>
/// <param name="Outcome">Outcome that a delegate proposes; null otherwise.</param>
/// <param name="Opinion">What a delegate wrote; null otherwise.</param>
public sealed record TaskHandover(
    TaskHandoverKind Kind, string From, string To, DateTimeOffset At, string? Reason = null, string? Outcome = null, TaskAnswer? Opinion = null);
