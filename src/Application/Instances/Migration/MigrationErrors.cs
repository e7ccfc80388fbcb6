using Bpm.Domain;

namespace Bpm.Application.Instances.Migration;

/// <summary>There is no such published version of the definition.</summary>
public sealed record MigrationVersionNotFound(int Version)
    : Refusal("MIGRATION-VERSION-NOT-FOUND", $"没有已发布过的版本 v{Version}；草稿须先发布，才能把案件迁移过去。", RefusalKind.Conflict);

/// <summary>The instance has left the version meanwhile.</summary>
public sealed record MigrationVersionChanged(int Version)
    : Refusal("MIGRATION-VERSION-CHANGED", $"该件现在运行在版本 v{Version} 上，不在所选的原版本上；请刷新后重新选择。", RefusalKind.Conflict);

/// <summary>Somebody else was faster; nothing was changed.</summary>
public sealed record MigrationOvertaken()
    : Refusal("MIGRATION-OVERTAKEN", "该件刚被其他操作改动，本次没有迁移；请再试一次。", RefusalKind.Conflict);

/// <summary>The stored state cannot be read.</summary>
public sealed record MigrationStateDamaged()
    : Refusal("MIGRATION-STATE-DAMAGED", "该件的流程状态无法读取，没有迁移；请联系系统管理员从备份恢复。", RefusalKind.Conflict);

/// <summary>The instance cannot go on with the target version.</summary>
public sealed record MigrationRefused(string? Number, IReadOnlyList<MigrationProblemView> Problems)
    : Refusal("MIGRATION-REFUSED", "该件不能迁移到所选的版本。", RefusalKind.Conflict);
