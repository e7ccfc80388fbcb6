namespace Bpm.Application.Statistics;

/// <summary>The numbers of cases that have something in common.</summary>
/// <param name="Code">What a filter takes; empty for cases without a department.</param>
/// <param name="Name">Chinese.</param>
public sealed record FigureGroup(string Code, string Name, Figures Figures);
