namespace Bpm.Application.Statistics;

/// <summary>Figures of a period (F-077).</summary>
/// <param name="From">First day, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Confidential">Cases of the period that the reader may not read; they are in none of the numbers.</param>
public sealed record StatisticsView(
    string From, string To, Figures Total, IReadOnlyList<FigureGroup> ByDepartment, IReadOnlyList<FigureGroup> ByCategory, IReadOnlyList<FigureGroup> ByChannel,
    IReadOnlyList<FigureGroup> ByMonth, int Confidential);
