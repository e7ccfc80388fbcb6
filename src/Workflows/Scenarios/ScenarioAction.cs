using System.Text.Json.Nodes;

namespace Bpm.Workflows.Scenarios;

/// <summary>One thing that happens: time passes (<paramref name="Until"/>, <paramref name="Wait"/>), a file is attached, a disclosure is asked for, a task is claimed, or a step is completed.</summary>
/// <param name="Wait">ISO 8601 duration.</param>
/// <param name="Attach">Name of a file that <paramref name="By"/> (else the registrar) attaches.</param>
/// <param name="Claim">Step whose task <paramref name="By"/> claims and leaves so.</param>
/// <param name="To">To whom the claimed task is then transferred (转办).</param>
/// <param name="Refused">Code of the refusal that the claim meets; nothing changes then.</param>
/// <param name="Disclose">Whom <paramref name="By"/> (else the registrar) asks to give something of the case.</param>
/// <param name="Down">The program stands still until then: what comes due meanwhile happens late.</param>
/// <param name="Title">Part of the task's title, where several tasks of the step are open.</param>
/// <param name="By">Who does it; the first whom the task is meant for when null.</param>
/// <param name="Texts">Ids of the fixed texts that the step must show before it is completed; null asks nothing.</param>
/// <param name="Open">Steps with an open task afterwards; null asks nothing.</param>
public sealed record ScenarioAction(
    string? Step = null,
    string? Outcome = null,
    DateTimeOffset? Until = null,
    string? Wait = null,
    string? Attach = null,
    string? Claim = null,
    string? To = null,
    string? Refused = null,
    DateTimeOffset? Down = null,
    string? Disclose = null,
    string? By = null,
    string? Title = null,
    string? Comment = null,
    JsonObject? Form = null,
    IReadOnlyList<string>? Texts = null,
    IReadOnlyList<string>? Open = null);
