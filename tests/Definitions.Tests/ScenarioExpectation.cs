namespace Bpm.Definitions.Tests;

/// <summary>What must have come of it. A list that is null is not looked at.</summary>
/// <param name="Notices">Of clocks: rule, rung and user names.</param>
public sealed record ScenarioExpectation(
    IReadOnlyList<ExpectedClock> Clocks,
    string? Ending = null,
    bool? Founded = null,
    IReadOnlyList<ExpectedNotice>? Notices = null,
    IReadOnlyList<string>? Replies = null,
    IReadOnlyList<string>? FollowUps = null,
    IReadOnlyList<string>? Outbox = null);
