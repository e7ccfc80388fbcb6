namespace Bpm.Application.Statistics;

/// <summary>Which of the cases are meant; null means any.</summary>
/// <param name="Department">Code; empty for cases that no department has.</param>
/// <param name="Month">Index of the month within the time, from 0.</param>
/// <param name="Step">Only cases in which a task of this step was completed.</param>
/// <param name="SameAddressAs">Only cases with the address of the case of this number.</param>
public sealed record StatisticsFilter(
    StatisticsMeasure? Measure, string? Department, string? Category, string? Channel, int? Month, string? Step, string? SameAddressAs);
