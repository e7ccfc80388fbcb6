namespace Bpm.Application.Clocks;

/// <summary>The business clock as the outside sees it.</summary>
/// <param name="Now">The moment, in UTC.</param>
/// <param name="Virtual">True when it stands still between advances.</param>
public sealed record ClockView(DateTimeOffset Now, bool Virtual);
