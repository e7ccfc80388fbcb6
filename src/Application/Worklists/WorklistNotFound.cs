using Bpm.Domain;

namespace Bpm.Application.Worklists;

/// <summary>The organisation has no such list, or it is not for the caller.</summary>
public sealed record WorklistNotFound() : Refusal("WORKLIST-NOT-FOUND", "没有这个工作清单，或它不属于您的岗位。", RefusalKind.NotFound);
