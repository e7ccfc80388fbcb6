namespace Bpm.Application.Statistics;

/// <summary>Counts of the cases that have department, category, channel and month in common.</summary>
/// <param name="Department">Code, or null.</param>
/// <param name="Month">Index of the month within the time, from 0.</param>
/// <param name="Counts">By <see cref="StatisticsMeasure"/>.</param>
public sealed record StatisticsCell(string? Department, string Category, string Channel, int Month, IReadOnlyList<long> Counts);
