namespace Bpm.Application.Worklists;

/// <summary>A case of a day with what its customer was told.</summary>
/// <param name="Content">What the customer wrote.</param>
/// <param name="Replies">When and what, oldest first.</param>
/// <param name="Late">One of its limits was missed.</param>
public sealed record DayReply(string Number, DateTimeOffset ReceivedAt, string Content, IReadOnlyList<(DateTimeOffset At, string By, string Text)> Replies, bool Late);
