namespace Bpm.Domain.Clocks;

/// <summary>A pause of a clock.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End, or null while it lasts.</param>
/// <param name="Reason">Why, as the person said.</param>
public sealed record ClockPause(DateTimeOffset From, DateTimeOffset? To, string Reason);
