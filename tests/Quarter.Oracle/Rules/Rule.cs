namespace Bpm.Quarter.Oracle.Rules;

/// <summary>One row of the table of clocks.</summary>
/// <param name="Hours">Hours by the wall; 0 for working days.</param>
/// <param name="WorkingDays">Working days; 0 for hours.</param>
internal sealed record Rule(string Id, double Hours, int WorkingDays, params Rung[] Rungs);
