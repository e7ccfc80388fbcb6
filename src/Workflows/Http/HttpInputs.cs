using Bpm.Engine.Activities;

namespace Bpm.Workflows.Http;

/// <summary>Option lists of the designer that several HTTP activities share.</summary>
internal static class HttpInputs
{
    /// <summary>Group of the HTTP activities in the designer's palette.</summary>
    public const string Category = "HTTP";

    /// <summary>Content types that the designer offers; others can be typed as an expression.</summary>
    public static IReadOnlyDictionary<string, object> ContentTypes { get; } = DropDown.Of(
        ("", "按内容自动选择"), ("application/json", "application/json"), ("application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
        ("application/xml", "application/xml"), ("text/html", "text/html"), ("text/json", "text/json"), ("text/plain", "text/plain"), ("text/xml", "text/xml"));

    /// <summary>Options of a list of ticks in the shape that the designer reads.</summary>
    public static IReadOnlyDictionary<string, object> Ticks(params string[] items) => CheckList.Of([.. items.Select(i => (i, i))]);

    public static IReadOnlyDictionary<string, object> Options(params string[] items) => DropDown.Of([.. items.Select(i => (i, i))]);
}
