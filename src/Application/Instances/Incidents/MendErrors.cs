using Bpm.Domain;

namespace Bpm.Application.Instances.Incidents;

/// <summary>Somebody else was faster; nothing was changed.</summary>
public sealed record MendOvertaken() : Refusal("INSTANCE-OVERTAKEN", "该实例刚被其他操作改动，本次没有处理；请刷新后再试。", RefusalKind.Conflict);

/// <summary>The stored state cannot be gone on with.</summary>
public sealed record MendFailed() : Refusal("INSTANCE-DAMAGED", "该实例的流程状态无法读取，没有处理；请联系系统管理员。", RefusalKind.Conflict);

/// <summary>A step is skipped by the run that failed.</summary>
public sealed record RunRequired() : Refusal("ACTIVITY-RUN-REQUIRED", "请指明要跳过哪一次失败的运行（activityInstanceId）。", RefusalKind.Invalid);
