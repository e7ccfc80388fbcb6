namespace Bpm.Domain.Complaints;

/// <summary>A complaint as somebody wrote it down, unchecked.</summary>
/// <param name="Kind">Code of a <see cref="ComplaintKind"/>.</param>
/// <param name="ReceivedAt">When the customer's message reached the company; null means now.</param>
/// <param name="BackdatingReason">Required when <paramref name="ReceivedAt"/> lies in the past.</param>
/// <param name="Attributes">Values as text; numbers in invariant form. Null means none.</param>
public sealed record Registration(
    string? Kind,
    string? Channel,
    string? Category,
    Customer? Customer,
    string? Target,
    string? Content,
    string? Demand,
    string? Suggestion,
    DateTimeOffset? ReceivedAt,
    string? BackdatingReason,
    IReadOnlyDictionary<string, string>? Attributes);
