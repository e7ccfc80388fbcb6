using System.Globalization;
using Bpm.Application.Instances.Migration;
using Microsoft.AspNetCore.Http;

namespace Bpm.Web.Processes.Migration;

/// <summary>What somebody has filled in on the page that moves instances. Read from the form itself: a selection may have hundreds of values.</summary>
/// <param name="Act">try or run; empty where the form was not sent.</param>
/// <param name="Instances">Ids chosen.</param>
/// <param name="Map">Old node path to new node path.</param>
public sealed record MigrationForm(string Act, int? From, int? To, IReadOnlyList<string> Instances, IReadOnlyDictionary<string, string> Map, string Reason)
{
    /// <summary>Act of the button that moves.</summary>
    public const string Run = "run";

    /// <summary>Act of the button that only tries.</summary>
    public const string Try = "try";

    // No id can contain it: it is no character of a name.
    private const char Between = '\t';

    /// <summary>A pair of paths as one value of a list to choose from.</summary>
    public static string Pair(string from, string to) => $"{from}{Between}{to}";

    /// <summary>What was sent, or what the address asks for.</summary>
    public static MigrationForm Read(HttpRequest request, int? from, int? to)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return new("", from, to, [], new Dictionary<string, string>(), "");
        var form = request.Form;
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in form["map"])
            if (pair?.Split(Between) is [var old, var now] && old.Length > 0 && now.Length > 0)
                map[old] = now;
        return new(
            form["act"].ToString() == Run ? Run : Try, Number(form["from"]), Number(form["to"]),
            [.. form["instances"].OfType<string>().Where(id => id.Length > 0).Distinct()], map, form["reason"].ToString());
    }

    /// <summary>The order that it makes; null while a version is missing.</summary>
    public MigrationOrder? Order(string definitionId) => From is { } from && To is { } to ? new(definitionId, from, to, Instances, Map) : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
