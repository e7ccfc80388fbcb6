namespace Bpm.Application.Statistics;

/// <summary>What a month teaches (B art. 9, F-080).</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="RepeatAddresses">Addresses from which more than one case came, the most frequent first.</param>
/// <param name="Departments">The weakest first: most limits missed, then most customers not satisfied.</param>
/// <param name="Steps">The slowest first.</param>
public sealed record AnalysisView(
    string Month, string From, string To, IReadOnlyList<RepeatAddress> RepeatAddresses, IReadOnlyList<FigureGroup> Departments, IReadOnlyList<StepView> Steps);
