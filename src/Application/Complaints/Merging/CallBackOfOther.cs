using Bpm.Domain;

namespace Bpm.Application.Complaints;

/// <summary>The case was not merged into the one whose follow-up is at hand, or the caller may not read it.</summary>
public sealed record CallBackOfOther : Refusal
{
    /// <param name="number">Of the case.</param>
    public CallBackOfOther(string number)
        : base("CALL-BACK-OF-OTHER", $"案件 {number} 没有并入本案，或您无权查看它；请刷新页面后重新填写。", RefusalKind.Conflict) =>
        Errors = new Dictionary<string, string[]> { ["calls"] = [Message] };
}
