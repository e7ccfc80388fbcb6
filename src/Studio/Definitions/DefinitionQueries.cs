using System.Globalization;
using Bpm.Application.Definitions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Bpm.Studio.Definitions;

/// <summary>Reads the queries of Elsa's clients: names in any case, empty values, booleans and pages as .NET writes them.</summary>
internal static class DefinitionQueries
{
    private const int Everything = 1000;

    public static ListDefinitions List(IQueryCollection query)
    {
        var page = Number(query["Page"]);
        var size = Number(query["PageSize"]);
        return new(
            Versions(query, VersionChoice.AllVersions).Choice, Texts(query["Ids"]), Texts(query["DefinitionIds"]), Text(query["SearchTerm"]),
            Enum.TryParse<DefinitionOrder>(Text(query["OrderBy"]), ignoreCase: true, out var order) ? order : null,
            string.Equals(Text(query["OrderDirection"]), "Descending", StringComparison.OrdinalIgnoreCase), page ?? 0, size ?? Everything);
    }

    public static GetDefinition ByDefinitionId(string definitionId, IQueryCollection query)
    {
        var (choice, version) = Versions(query, VersionChoice.Latest);
        return new(definitionId, false, choice, version);
    }

    public static (VersionChoice Choice, int? Version) Versions(IQueryCollection query, VersionChoice none)
    {
        var text = Text(query["versionOptions"]);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return (none, version);
        if (string.Equals(text, "All", StringComparison.OrdinalIgnoreCase))
            return (VersionChoice.AllVersions, null);
        return (Enum.TryParse<VersionChoice>(text, ignoreCase: true, out var choice) ? choice : none, null);
    }

    private static int? Number(StringValues value) =>
        int.TryParse(Text(value), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(StringValues value) => value.Count > 0 && !string.IsNullOrWhiteSpace(value[0]) ? value[0] : null;

    private static List<string> Texts(StringValues values) => [.. values.OfType<string>().Where(value => value.Length > 0)];
}
