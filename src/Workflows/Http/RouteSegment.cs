using System.Diagnostics.CodeAnalysis;

namespace Bpm.Workflows.Http;

/// <summary>One segment of a <see cref="RouteTemplate"/>: a literal, or a parameter that fills it.</summary>
/// <param name="Literal">Lower case; empty for a parameter.</param>
/// <param name="Parameter">Name, or null for a literal.</param>
/// <param name="IsRest">Takes the rest of the path (<c>{*name}</c>).</param>
/// <param name="MayBeMissing">Optional, has a default, or takes the rest.</param>
/// <param name="Default">Value where it is missing, or null.</param>
internal sealed record RouteSegment(string Literal, string? Parameter, bool IsRest, bool MayBeMissing, string? Default)
{
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Paths are compared as Elsa does, in lower case.")]
    public static RouteSegment Parse(string text)
    {
        if (!text.AsSpan().ContainsAny('{', '}')) return new(text.ToLowerInvariant(), null, false, false, null);
        if (text[0] != '{' || text[^1] != '}' || text.AsSpan(1, text.Length - 2).ContainsAny('{', '}'))
            throw new FormatException($"路径段 “{text}” 不能把参数与其他文字混写，请让参数独占一段，例如 orders/{{id}}。");
        var inner = text[1..^1];
        var rest = inner.StartsWith('*');
        inner = inner.TrimStart('*');
        string? fallback = null;
        if (inner.IndexOf('=', StringComparison.Ordinal) is >= 0 and var equals) (inner, fallback) = (inner[..equals], inner[(equals + 1)..]);
        var optional = inner.EndsWith('?');
        inner = inner.TrimEnd('?');
        // A constraint ({id:int}) is read and not applied, as in Elsa.
        if (inner.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon) inner = inner[..colon];
        return inner.Length == 0
            ? throw new FormatException($"路径段 “{text}” 没有参数名。")
            : new("", inner, rest, rest || optional || fallback is not null, fallback);
    }
}
