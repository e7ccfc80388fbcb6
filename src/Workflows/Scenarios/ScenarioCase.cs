namespace Bpm.Workflows.Scenarios;

/// <summary>What is registered at the beginning of a scenario.</summary>
/// <param name="By">User name of the registrar.</param>
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
