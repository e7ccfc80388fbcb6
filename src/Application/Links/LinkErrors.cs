using Bpm.Domain;

namespace Bpm.Application.Links;

/// <summary>The token was not made here, was changed, has expired, or is for another path or method. Which of these is not told.</summary>
public sealed record LinkInvalid()
    : Refusal("LINK-INVALID", "链接无效、已过期，或不是给这个地址和请求方法的，请向提供链接的单位索取新的链接。", RefusalKind.Unauthenticated);
