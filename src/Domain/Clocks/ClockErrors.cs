namespace Bpm.Domain.Clocks;

/// <summary>The clock has ended or is breached: there is no time left to change.</summary>
public sealed record ClockNotRunning(string Rule)
    : Refusal("CLOCK-NOT-RUNNING", $"时钟 {Rule} 已结束、已超期或状态不符，不能再暂停、恢复或延期。", RefusalKind.Conflict);

/// <summary>The clock is already paused.</summary>
public sealed record ClockAlreadyPaused(string Rule)
    : Refusal("CLOCK-ALREADY-PAUSED", $"时钟 {Rule} 已经暂停，请先恢复。", RefusalKind.Conflict);

/// <summary>The regulation leaves no room to stop this clock.</summary>
public sealed record ClockCannotPause(string Rule)
    : Refusal("CLOCK-CANNOT-PAUSE", $"时钟 {Rule} 按规定不能暂停。", RefusalKind.Conflict);

/// <summary>An extension must lie after the present due time.</summary>
public sealed record ClockExtensionTooShort(string Rule)
    : Refusal("CLOCK-EXTENSION-TOO-SHORT", $"时钟 {Rule} 的延期时间必须晚于现在的到期时间。", RefusalKind.Invalid);
