using Bpm.Domain;

namespace Bpm.Application.Tasks;

/// <summary>There is no such task, or the caller may not know that there is.</summary>
public sealed record TaskNotFound() : Refusal("TASK-NOT-FOUND", "没有找到这项任务，请刷新任务列表。", RefusalKind.NotFound);
