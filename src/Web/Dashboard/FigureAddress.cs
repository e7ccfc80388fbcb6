using Bpm.Application.Statistics;

namespace Bpm.Web.Dashboard;

/// <summary>Addresses of the cases behind numbers of a period.</summary>
/// <param name="From">First day, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record FigureAddress(string From, string To)
{
    /// <summary>The page that lists the cases.</summary>
    public const string Page = "/dashboard/cases";

    /// <summary>The cases of a measure in a group.</summary>
    /// <param name="measure">Null for all cases.</param>
    /// <param name="filter">Name of the filter that the group is of, such as <c>department</c>; null for none.</param>
    /// <param name="code">What the filter takes.</param>
    public string Of(StatisticsMeasure? measure, string? filter = null, string? code = null)
    {
        var name = measure?.ToString();
        return $"{Page}?from={From}&to={To}"
            + (name is null ? "" : $"&measure={char.ToLowerInvariant(name[0])}{name[1..]}")
            + (filter is null ? "" : code is { Length: 0 } ? "&none=1" : $"&{filter}={Uri.EscapeDataString(code ?? "")}");
    }
}
