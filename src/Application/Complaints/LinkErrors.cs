using Bpm.Domain;

namespace Bpm.Application.Complaints;

/// <summary>A case cannot be tied to itself.</summary>
public sealed record LinkToItself() : Refusal("LINK-TO-ITSELF", "案件不能与自己关联，请填写另一个案件的编号。", RefusalKind.Invalid);

/// <summary>The kind is none that staff may choose.</summary>
public sealed record LinkKindUnknown() : Refusal(
    "LINK-KIND-UNKNOWN", "关联种类无效，可选：同类案件（similar）、重复投诉（repeat）、涉嫌打击报复（retaliation）、新事项（new）。", RefusalKind.Invalid);

/// <summary>There is no such case, or the caller may not know that there is.</summary>
public sealed record LinkTargetNotFound : Refusal
{
    /// <param name="field">Field of the request that names it.</param>
    public LinkTargetNotFound(string field)
        : base("LINK-TARGET-NOT-FOUND", "没有找到要关联的案件，或您无权查看它；请核对编号。", RefusalKind.NotFound) =>
        Errors = new Dictionary<string, string[]> { [char.ToLowerInvariant(field[0]) + field[1..]] = [Message] };
}
