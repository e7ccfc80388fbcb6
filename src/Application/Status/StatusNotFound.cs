using Bpm.Domain;

namespace Bpm.Application.Status;

/// <summary>There is no such case, or the code is not its code: which of the two is nobody's business.</summary>
public sealed record StatusNotFound()
    : Refusal("STATUS-NOT-FOUND", "没有查到相符的工单，请核对受理编号和查询码后重试。", RefusalKind.NotFound);
