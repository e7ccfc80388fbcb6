namespace Bpm.Application.Statistics;

/// <summary>How long a step takes.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Median">In Chinese words.</param>
/// <param name="NinetiethPercentile">In Chinese words.</param>
public sealed record StepView(
    string Step, string Title, int Cases, int Tasks, long MedianMinutes, string Median, long NinetiethPercentileMinutes, string NinetiethPercentile);
