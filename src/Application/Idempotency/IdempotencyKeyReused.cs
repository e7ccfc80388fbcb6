using Bpm.Domain;

namespace Bpm.Application.Idempotency;

/// <summary>The same key came with another body.</summary>
public sealed record IdempotencyKeyReused()
    : Refusal("IDEMPOTENCY-KEY-REUSED", "同一 Idempotency-Key 已用于内容不同的请求；如为新的操作，请换用新的键。", RefusalKind.Conflict);
