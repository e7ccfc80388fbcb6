namespace Bpm.Application.Status;

/// <summary>What a customer learns of the own case with number and code. No names of staff; of a strictly confidential case nothing that it is about.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Status"><c>open</c> or <c>closed</c>.</param>
/// <param name="StatusText">The status in Chinese words.</param>
/// <param name="ReceivedAt">With the organisation's offset, as all moments.</param>
/// <param name="Reply">The latest reply to the customer; null where there is none or the case is confidential.</param>
public sealed record PublicStatus(
    string Number, string Status, string StatusText, string Organisation, DateTimeOffset ReceivedAt, DateTimeOffset? ClosedAt, PublicReply? Reply);
