using System.Diagnostics.CodeAnalysis;

namespace Bpm.Workflows.Http;

/// <summary>
/// The path of an endpoint, such as <c>orders/{id}</c>. It is found by its shape, in which every parameter is <c>{}</c>: whoever looks for
/// a path asks for the shapes that the path could have, so that no table of all templates has to be kept in memory.
/// </summary>
public sealed class RouteTemplate
{
    /// <summary>Parameters stand within this many segments; each doubles the shapes that are looked for.</summary>
    public const int ParameterSegments = 8;

    private const string Any = "{}";
    private const string Rest = "{*}";
    private readonly RouteSegment[] _segments;

    private RouteTemplate(string text, RouteSegment[] segments) => (Text, _segments) = (text, segments);

    /// <summary>As written, without slashes at its ends.</summary>
    public string Text { get; }

    /// <summary>What it is found by: one shape, and one more for each optional parameter at its end.</summary>
    public IEnumerable<string> Shapes
    {
        get
        {
            var parts = _segments.Select(s => s.IsRest ? Rest : s.Parameter is null ? s.Literal : Any).ToArray();
            for (var length = parts.Length; length > 0; length--)
            {
                yield return string.Join('/', parts[..length]);
                if (!_segments[length - 1].MayBeMissing) yield break;
            }
        }
    }

    /// <summary>Reads a template.</summary>
    /// <exception cref="FormatException">It cannot be used; the text is Chinese and says why.</exception>
    public static RouteTemplate Parse(string? text)
    {
        var path = (text ?? "").Trim().Trim('/');
        if (path.Length == 0) throw new FormatException("路径（path）为空，请填写，例如 orders/{id}。");
        if (path.Contains("//", StringComparison.Ordinal)) throw new FormatException("路径（path）中不能有连续的斜杠（//）。");
        var segments = path.Split('/').Select(RouteSegment.Parse).ToArray();
        if (segments.Any(s => s.Literal.AsSpan().ContainsAny('?', '#', '\\'))) throw new FormatException("路径（path）中不能有 ?、# 或反斜杠；查询参数不用写在路径里。");
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segment.Parameter is not null && i >= ParameterSegments) throw new FormatException($"路径参数只能在前 {ParameterSegments} 段之内。");
            if (segment.IsRest && i < segments.Length - 1) throw new FormatException($"参数 {{*{segment.Parameter}}} 只能放在路径的最后。");
            if (segment.MayBeMissing && segments.Skip(i).Any(later => !later.MayBeMissing))
                throw new FormatException($"可选参数 {{{segment.Parameter}}} 之后不能再有必填的段。");
        }
        if (segments.Where(s => s.Parameter is not null).GroupBy(s => s.Parameter, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new FormatException($"路径参数 {{{twice.Key}}} 重复。");
        return new(path, segments);
    }

    /// <summary>The shapes that a path could have, most specific first: literals before parameters, from the left.</summary>
    public static IEnumerable<string> ShapesOf(string path) => ShapesOf("", Split(path), 0);

    /// <summary>Values of the parameters in a path that has one of this template's shapes; those that are missing have their default or are left out.</summary>
    public IReadOnlyDictionary<string, object?> Read(string path)
    {
        var parts = Split(path);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] is not { Parameter: { } name } segment) continue;
            var value = segment.IsRest ? string.Join('/', parts.Skip(i)) : parts.ElementAtOrDefault(i);
            if (string.IsNullOrEmpty(value)) value = segment.Default;
            if (value is not null) values[name] = value;
        }
        return values;
    }

    public override string ToString() => Text;

    private static string[] Split(string path) => path.Trim('/').Split('/');

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Paths are compared as Elsa does, in lower case.")]
    private static IEnumerable<string> ShapesOf(string prefix, string[] parts, int from)
    {
        if (from == parts.Length) return [prefix];
        var slash = from == 0 ? "" : prefix + "/";
        var literal = ShapesOf(slash + parts[from].ToLowerInvariant(), parts, from + 1);
        return from >= ParameterSegments ? literal : literal.Concat(ShapesOf(slash + Any, parts, from + 1)).Append(slash + Rest);
    }
}
