namespace Bpm.Application.Due;

/// <summary>Something that happens later. All such rows are in one table; one worker takes them in order of due time, then of id.</summary>
/// <param name="Id">Grows with each new row.</param>
/// <param name="DueAt">Business time, UTC.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Organisation">Organisation code.</param>
/// <param name="Subject">See <see cref="DueKind"/>.</param>
/// <param name="Reference">See <see cref="DueKind"/>; unique with kind and subject.</param>
/// <param name="Payload">Small extra data, never a case's text; null where none is needed.</param>
public sealed record DueRow(long Id, DateTimeOffset DueAt, DueKind Kind, string Organisation, string Subject, string Reference, byte[]? Payload);
