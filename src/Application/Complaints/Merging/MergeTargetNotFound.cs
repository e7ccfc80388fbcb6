using Bpm.Domain;

namespace Bpm.Application.Complaints;

/// <summary>There is no such main case, or the caller may not know that there is.</summary>
public sealed record MergeTargetNotFound : Refusal
{
    public MergeTargetNotFound()
        : base("MERGE-TARGET-NOT-FOUND", "没有找到要并入的案件，或您无权查看它；请核对编号。", RefusalKind.NotFound) =>
        Errors = new Dictionary<string, string[]> { ["into"] = [Message] };
}
