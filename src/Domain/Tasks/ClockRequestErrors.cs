namespace Bpm.Domain.Tasks;

/// <summary>The organisation does not know such a change of clocks.</summary>
public sealed record ClockChangesOff(ClockRequestKind What) : Refusal(
    "CLOCK-CHANGES-OFF", $"本单位未启用{(What == ClockRequestKind.Extend ? "延期" : "暂停计时")}，请按规定时限办理。", RefusalKind.Forbidden);

/// <summary>A request waits for a decision already.</summary>
public sealed record ClockRequestPending() : Refusal("CLOCK-REQUEST-PENDING", "已有一项申请等待审批，请等审批后再申请。", RefusalKind.Conflict);

/// <summary>No request waits.</summary>
public sealed record ClockRequestNone() : Refusal("CLOCK-REQUEST-NONE", "没有等待审批的申请，请刷新页面。", RefusalKind.Conflict);

/// <summary>Who asks cannot decide.</summary>
public sealed record ClockRequestOwn() : Refusal("CLOCK-REQUEST-OWN", "申请人不能审批自己的申请，请由其他主管审批。", RefusalKind.Forbidden);

/// <summary>No clock runs over the task.</summary>
public sealed record TaskWithoutClock() : Refusal("TASK-WITHOUT-CLOCK", "该任务没有正在计时的时限，无需延期或暂停。", RefusalKind.Conflict);
