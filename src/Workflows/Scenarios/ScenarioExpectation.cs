namespace Bpm.Workflows.Scenarios;

/// <summary>What must have come of it. A list that is null is not looked at.</summary>
/// <param name="Notices">Of clocks: rule, rung and user names.</param>
/// <param name="Told">Other notices: kind and user name, for example <c>Copy a.deputy</c>.</param>
/// <param name="Replies">Kinds of the replies, in order.</param>
/// <param name="Texts">Texts of the replies, in order; the id of a fixed text stands for it.</param>
/// <param name="Publications">What became of a definition whose publishing was asked for: <c>Publish</c> or <c>Decline</c>.</param>
/// <param name="Reports">What was done with reports, in order, for example <c>Draft overdue</c>.</param>
/// <param name="Attributes">All attributes of the case.</param>
public sealed record ScenarioExpectation(
    IReadOnlyList<ExpectedClock> Clocks,
    string? Ending = null,
    bool? Founded = null,
    IReadOnlyList<ExpectedNotice>? Notices = null,
    IReadOnlyList<string>? Told = null,
    IReadOnlyList<string>? Replies = null,
    IReadOnlyList<string>? Texts = null,
    IReadOnlyList<string>? FollowUps = null,
    IReadOnlyList<string>? Outbox = null,
    IReadOnlyList<string>? Reports = null,
    IReadOnlyList<string>? Publications = null,
    IReadOnlyDictionary<string, string>? Attributes = null);
