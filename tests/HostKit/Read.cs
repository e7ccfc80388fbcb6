using System.Globalization;
using System.Text.Json.Nodes;

namespace Bpm.HostKit;

/// <summary>Typed reading of the API's JSON.</summary>
public static class Read
{
    /// <summary>A moment; the instant counts, not the offset it is written in.</summary>
    public static DateTimeOffset Moment(JsonNode? node) => Moment(Text(node));

    /// <summary>A moment as a test writes it, with its offset.</summary>
    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A moment that may be missing.</summary>
    public static DateTimeOffset? MomentOrNull(JsonNode? node) => node is null ? null : Moment(node);

    /// <summary>A text; missing is an error of the answer.</summary>
    public static string Text(JsonNode? node) => node?.GetValue<string>() ?? throw new InvalidOperationException("A text is missing in the answer.");

    /// <summary>The items of an array; missing means none.</summary>
    public static IReadOnlyList<JsonNode> Items(JsonNode? node) => node is JsonArray array ? [.. array.Select(item => item!)] : [];

    /// <summary>Texts of an array; missing means none.</summary>
    public static IReadOnlyList<string> Texts(JsonNode? node) => [.. Items(node).Select(Text)];

    /// <summary>The case's clocks of a rule in the order of their start.</summary>
    public static IReadOnlyList<JsonNode> Clocks(JsonNode @case, string rule) =>
        [.. Items(@case["clocks"]).Where(clock => Text(clock["rule"]) == rule).OrderBy(clock => Moment(clock["startedAt"]))];

    /// <summary>The case's tasks of a step in a state.</summary>
    public static IReadOnlyList<JsonNode> Tasks(JsonNode @case, string step, params string[] states) =>
        [.. Items(@case["tasks"]).Where(task => Text(task["step"]) == step && (states.Length == 0 || states.Contains(Text(task["state"]))))];

    /// <summary>Step codes of the tasks that still wait for somebody, sorted.</summary>
    public static IReadOnlyList<string> OpenSteps(JsonNode @case) =>
        [.. Items(@case["tasks"]).Where(task => Text(task["state"]) is "open" or "claimed").Select(task => Text(task["step"])).Order(StringComparer.Ordinal)];
}
