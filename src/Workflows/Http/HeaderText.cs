using System.Buffers;
using Bpm.Engine.Expressions;
using Bpm.Engine.Incidents;

namespace Bpm.Workflows.Http;

/// <summary>Headers as definitions give them: an object, or a text with one in JSON; each value a text or a list.</summary>
internal static class HeaderText
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static bool IsName(string name) => name.Length is > 0 and <= 100 && !name.AsSpan().ContainsAnyExcept(NameCharacters);

    // Only printable ASCII: what is beyond it is read differently by every receiver.
    public static bool IsValue(string value) => value.Length <= 4000 && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <exception cref="FormatException">The value is no set of headers.</exception>
    public static IReadOnlyDictionary<string, string[]> Read(object? value)
    {
        if (value is string text) value = text.Length == 0 ? null : JsonValues.TryParse(text, out var parsed) ? parsed : throw Unfit();
        return value switch
        {
            null => new Dictionary<string, string[]>(),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(p => p.Key, p => Values(p.Value), StringComparer.OrdinalIgnoreCase),
            _ => throw Unfit(),
        };
    }

    /// <exception cref="ActivityFaultException">The value is no set of headers.</exception>
    public static IReadOnlyDictionary<string, string[]> ReadAtRun(object? value)
    {
        try { return Read(value); }
        catch (Exception e) when (e is FormatException or ArgumentException) { throw new ActivityFaultException(e is FormatException ? e.Message : "同一个头出现了两次。", e); }
    }

    private static string[] Values(object? value) => value switch
    {
        null => [],
        string text => [text],
        IEnumerable<object?> list => [.. list.Select(item => item as string ?? JsonValues.Text(item))],
        _ => [JsonValues.Text(value)],
    };

    private static FormatException Unfit() => new("头信息须是一个 JSON 对象，例如 {\"X-Source\": \"crm\"}。");
}
