namespace Bpm.Workflows.Http;

/// <summary>What became of an <see cref="HttpOrder"/>; given to the activity that waits.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">Of the answer; 0 without one.</param>
/// <param name="Headers">Of the answer, cookies left out.</param>
/// <param name="ContentType">Media type of the answer's body, or null.</param>
/// <param name="Body">Text of the answer's body; null for none, or one that is no text.</param>
/// <param name="Problem">Why it was refused, in Chinese, naming the setting; else null.</param>
public sealed record HttpResult(
    HttpOutcome Outcome, int Status, IReadOnlyDictionary<string, string[]> Headers, string? ContentType, string? Body, string? Problem)
{
    /// <summary>An order without an answer.</summary>
    public static HttpResult Without(HttpOutcome outcome, string? problem = null) => new(outcome, 0, new Dictionary<string, string[]>(), null, null, problem);

    /// <summary>The result as a value that an instance can keep: what the waiting bookmark is given.</summary>
    public IReadOnlyDictionary<string, object?> ToValue() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["outcome"] = Outcome.ToString(),
        ["statusCode"] = Status,
        ["headers"] = HeaderValues(),
        ["contentType"] = ContentType,
        ["body"] = Body,
        ["problem"] = Problem,
    };

    /// <summary>The result of a value; null where the value is none.</summary>
    internal static HttpResult? Of(object? value)
    {
        if (value is not IReadOnlyDictionary<string, object?> map || !Enum.TryParse<HttpOutcome>(map.GetValueOrDefault("outcome") as string, out var outcome)
            || map.GetValueOrDefault("statusCode") is not int status || map.GetValueOrDefault("headers") is not IReadOnlyDictionary<string, object?> headers)
            return null;
        var texts = headers.ToDictionary(h => h.Key, h => ((IEnumerable<object?>)h.Value!).Select(v => (string)v!).ToArray(), StringComparer.OrdinalIgnoreCase);
        return new(outcome, status, texts, map.GetValueOrDefault("contentType") as string, map.GetValueOrDefault("body") as string, map.GetValueOrDefault("problem") as string);
    }

    internal Dictionary<string, object?> HeaderValues() =>
        Headers.ToDictionary(h => h.Key, h => (object?)h.Value.ToList<object?>(), StringComparer.Ordinal);
}
