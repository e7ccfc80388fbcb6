namespace Bpm.Domain.Organisation;

/// <summary>Whether people may ask for more time. No article of the regulations knows it, so that both are off unless the organisation wants them.</summary>
/// <param name="Extension">延期: a later due time, asked for before the due time.</param>
/// <param name="Pause">暂停: the clock stands still; some clocks cannot.</param>
public sealed record ClockChangeProfile(bool Extension, bool Pause);
