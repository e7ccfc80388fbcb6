namespace Bpm.Engine.Incidents;

/// <summary>The stored instance is no longer the one that the burst started from. Load it again and repeat the burst; nothing was stored.</summary>
public sealed class ConcurrencyConflictException(string instanceId, long expectedRevision)
    : WorkflowException($"流程实例 {instanceId} 已被其他操作改动（期望修订号 {expectedRevision}），请重试。")
{
    /// <summary>Revision that the burst started from.</summary>
    public long ExpectedRevision { get; } = expectedRevision;
}
