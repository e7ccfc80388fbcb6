namespace Bpm.Quarter.Oracle.Log;

/// <summary>The first event of a case.</summary>
/// <param name="ReceivedAt">When the customer's message reached the company.</param>
/// <param name="RegisteredAt">When the case was written down.</param>
/// <param name="FirstReplyGiven">The first reply was ticked while registering (hotline).</param>
public sealed record Registration(
    string Organisation, string Kind, string Channel, string Category, IReadOnlyDictionary<string, string> Attributes,
    DateTimeOffset ReceivedAt, DateTimeOffset RegisteredAt, string RegisteredBy, bool FirstReplyGiven, bool Anonymous);
