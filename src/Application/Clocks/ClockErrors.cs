using Bpm.Domain;

namespace Bpm.Application.Clocks;

/// <summary>The clock follows real time and cannot be moved.</summary>
public sealed record ClockNotVirtual()
    : Refusal("CLOCK-NOT-VIRTUAL", "当前使用真实时间，不能拨动时钟；如需演练，请以 Clock:Start 参数启动。", RefusalKind.Conflict);

/// <summary>The moment asked for lies behind the clock.</summary>
public sealed record ClockRunsForward()
    : Refusal("CLOCK-RUNS-FORWARD", "时钟只能向前拨动，请给出晚于当前时刻的时间。", RefusalKind.Invalid);
