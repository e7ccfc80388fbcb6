namespace Bpm.Application.Complaints;

/// <summary>A notice to one member of staff.</summary>
/// <param name="Complaint">The case's number.</param>
/// <param name="Rule">Article of the clock that spoke; null where the case is confidential and the reader has no access.</param>
/// <param name="Rung">Rung of the clock's ladder.</param>
/// <param name="DeliverAt">Later than <paramref name="RaisedAt"/> when quiet hours held it.</param>
public sealed record NoticeView(
    Guid Id, string Complaint, Guid? ClockId, string? Rule, string? Rung, string Recipient, string Kind,
    DateTimeOffset RaisedAt, DateTimeOffset DeliverAt, DateTimeOffset? ReadAt, string Text);
