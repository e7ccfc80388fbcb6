using Bpm.Domain;

namespace Bpm.Application.Http;

/// <summary>Nothing of the caller's organisation listens there.</summary>
public sealed record EndpointNotFound()
    : Refusal("ENDPOINT-NOT-FOUND", "没有流程在这个地址等待此种请求，请核对地址和请求方法。", RefusalKind.NotFound);

/// <summary>More than one workflow or instance listens there; none is run, as in Elsa.</summary>
public sealed record EndpointAmbiguous(int Count)
    : Refusal("ENDPOINT-AMBIGUOUS", $"这个地址有 {Count} 个流程或实例在等待，无法确定给谁。请改用不同的路径，或用请求头 X-Workflow-Instance-Id、X-Correlation-Id 指明。", RefusalKind.Conflict);

/// <summary>The endpoint wants a person, and the caller only holds a link.</summary>
public sealed record EndpointNeedsPerson()
    : Refusal("ENDPOINT-NEEDS-SIGN-IN", "这个地址只接受登录人员的请求，请登录后再试。", RefusalKind.Unauthenticated);

/// <summary>The person lacks the permission that the endpoint names.</summary>
public sealed record EndpointForbidden(string Policy)
    : Refusal("ENDPOINT-FORBIDDEN", $"您的角色没有此地址要求的权限“{Policy}”，如确需办理请联系系统管理员。", RefusalKind.Forbidden);

/// <summary>The body is longer than the endpoint takes.</summary>
public sealed record EndpointBodyTooLarge(long Limit)
    : Refusal("BODY-TOO-LARGE", $"提交的内容过大，这个地址最多接收 {Limit} 字节，请精简后重新提交。", RefusalKind.TooLarge);

/// <summary>The instance that listens is paused by an operator.</summary>
public sealed record EndpointPaused()
    : Refusal("INSTANCE-PAUSED", "等待这个请求的流程实例已被暂停，请稍后重试，或联系系统管理员恢复它。", RefusalKind.Conflict);
