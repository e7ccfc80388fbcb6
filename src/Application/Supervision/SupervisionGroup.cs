namespace Bpm.Application.Supervision;

/// <summary>A department or person with open clocks.</summary>
/// <param name="Code">What a filter takes; empty for none; null for the cases that the reader may not read.</param>
/// <param name="Name">Chinese.</param>
public sealed record SupervisionGroup(string? Code, string Name, int Overdue, int Soon);
