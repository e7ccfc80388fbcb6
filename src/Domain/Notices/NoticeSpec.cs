namespace Bpm.Domain.Notices;

/// <summary>A notice to raise.</summary>
/// <param name="Text">Text for a case that everybody concerned may read; a confidential case replaces it by a neutral one.</param>
public sealed record NoticeSpec(
    string Recipient,
    NoticeKind Kind,
    string Text,
    DateTimeOffset RaisedAt,
    DateTimeOffset DeliverAt,
    Guid? ClockId = null,
    string? RuleId = null,
    string? Rung = null,
    Guid? TaskId = null);
