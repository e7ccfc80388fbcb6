namespace Bpm.Workflows.Scenarios;

/// <summary>What is registered at the beginning of a scenario.</summary>
/// <param name="By">User name of the registrar; <c>system</c> for a duty.</param>
/// <param name="Kind">As in a registration, or <c>duty</c>; a duty has no channel, and its category is its code.</param>
/// <param name="ReceivedAt">For a duty: when its clocks start.</param>
/// <param name="RegisteredAt">Null means at receipt.</param>
public sealed record ScenarioCase(
    string By,
    string Kind,
    string Channel,
    string Category,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? RegisteredAt = null,
    bool Anonymous = false,
    bool FirstReplyGiven = false,
    IReadOnlyDictionary<string, string>? Attributes = null);
