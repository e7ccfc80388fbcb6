namespace Bpm.Application.Idempotency;

/// <summary>The answer to a request that carried an <c>Idempotency-Key</c>.</summary>
/// <param name="Key">User, route and key, hashed together.</param>
/// <param name="BodyHash">SHA-256 of the request's body.</param>
/// <param name="Body">The answer as UTF-8 JSON; always sealed at rest, for it may hold a confidential text.</param>
/// <param name="CreatedAt">System time, UTC; records are forgotten after a week.</param>
public sealed record IdempotencyRecord(string Key, string BodyHash, byte[] Body, DateTimeOffset CreatedAt);
